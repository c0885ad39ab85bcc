using System.Collections.Frozen;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Clients;

namespace PracticeBot.Content.Checks;

/// <summary>How feelings are named outright: the words that the client's voice holds back before the layer that holds them.</summary>
public static class FeelingNames
{
    private const string Resource = "PracticeBot.Embedded.Clients.feeling-names.tsv";

    private static readonly FrozenDictionary<EmotionFamily, FrozenSet<string>> Names = Read().ToFrozenDictionary(
        row => Enum.Parse<EmotionFamily>(row[0]),
        row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    public static bool Has(string line, EmotionFamily family)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Names.TryGetValue(family, out var names) && WordsOf(line).Any(names.Contains);
    }

    private static IEnumerable<string> WordsOf(string line)
    {
        var start = -1;
        for (var at = 0; at <= line.Length; at++)
        {
            var isLetter = at < line.Length && char.IsLetter(line[at]);
            if (isLetter && start < 0)
            {
                start = at;
            }
            else if (!isLetter && start >= 0)
            {
                yield return line[start..at];
                start = -1;
            }
        }
    }

    private static IEnumerable<string[]> Read()
    {
        using var stream = typeof(ScriptedClient).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var family, _] row && family.Length > 0 && family[0] != '#')
            {
                yield return row;
            }
        }
    }
}
