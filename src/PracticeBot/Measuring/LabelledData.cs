using PracticeBot.Embedded.Learning;

namespace PracticeBot.Measuring;

/// <summary>Human-labelled data that cannot be read; the message says where and why.</summary>
public sealed class DataFaultException(string message) : Exception(message)
{
    public DataFaultException()
        : this("The data cannot be read.")
    {
    }
}

/// <summary>Reads the shared data format: tab separated, a header row, one example a line, no quoting.</summary>
internal static class LabelledData
{
    public static readonly string[] Epitome = ["er", "ip", "ex", "er_rationale", "ip_rationale", "ex_rationale"];
    public static readonly string[] Annomi = ["behaviour", "reflection", "question", "input"];
    public static readonly string[] Pair = ["level"];

    private static readonly string[] Always = ["id", "group", "client", "reply"];

    /// <param name="file">A file of replies.</param>
    /// <param name="labels">The columns that must be there beside the texts.</param>
    /// <exception cref="DataFaultException">The file is not there, lacks a column, or has a row of another length.</exception>
    public static IReadOnlyList<LabelledReply> Replies(string file, IReadOnlyList<string> labels) =>
        [.. Rows(file, [.. Always, .. labels]).Select(row => new LabelledReply(row["id"], row["group"], row["client"], row["reply"], row))];

    /// <summary>The four sets that the weights are fitted to: <c>FOLDER/NAME/train.tsv</c>.</summary>
    /// <exception cref="DataFaultException">A file cannot be read.</exception>
    public static TrainingSets Training(string folder)
    {
        return new TrainingSets(
            Replies(File("epitome"), Epitome),
            Replies(File("annomi"), Annomi),
            Replies(File("pair"), Pair),
            [.. Rows(File("isear"), ["text", "emotion"]).Select(row => new LabelledText(row["text"], row["emotion"]))]);

        string File(string name) => Path.Combine(folder, name, "train.tsv");
    }

    public static bool HasColumn(string file, string column) => Header(file).Contains(column, StringComparer.Ordinal);

    private static string[] Header(string file)
    {
        if (!System.IO.File.Exists(file))
        {
            throw new DataFaultException($"There is no file {file}.");
        }

        return System.IO.File.ReadLines(file).FirstOrDefault()?.Split('\t') ?? throw new DataFaultException($"{file} is empty.");
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file, IReadOnlyList<string> needed)
    {
        var header = Header(file);
        if (needed.FirstOrDefault(column => !header.Contains(column, StringComparer.Ordinal)) is { } missing)
        {
            throw new DataFaultException($"{file} has no column \"{missing}\".");
        }

        var line = 1;
        foreach (var text in System.IO.File.ReadLines(file).Skip(1))
        {
            line++;
            if (text.Length == 0)
            {
                continue;
            }

            var cells = text.Split('\t');
            if (cells.Length != header.Length)
            {
                throw new DataFaultException($"{file}, line {line}: {cells.Length} cells, not {header.Length}.");
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var at = 0; at < header.Length; at++)
            {
                row[header[at]] = cells[at];
            }

            yield return row;
        }
    }
}
