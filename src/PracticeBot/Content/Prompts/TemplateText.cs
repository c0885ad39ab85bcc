using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Prompts;

/// <summary>The template of a prompt file, with the place of each of its characters in the file.</summary>
internal sealed class TemplateText
{
    private readonly string[] fileLines;
    private readonly string[] lines;
    private readonly int firstLine;

    private TemplateText(string value, string[] fileLines, int firstLine)
    {
        Value = value;
        this.fileLines = fileLines;
        this.firstLine = firstLine;
        lines = value.Split('\n');
    }

    public string Value { get; }

    /// <summary>Null where the text is not written as a block after <c>|</c>, whose lines alone are those of the file.</summary>
    public static TemplateText? Of(YamlNode.Text node, string file)
    {
        var written = file.Split('\n');
        var first = written[node.Place.Line - 1];
        return first.AsSpan(Math.Min(node.Place.Column - 1, first.Length)).StartsWith("|") ? new TemplateText(node.Value, written, node.Place.Line + 1) : null;
    }

    public Place PlaceOf(int offset)
    {
        var line = 0;
        while (line < lines.Length - 1 && offset > lines[line].Length)
        {
            offset -= lines[line].Length + 1;
            line++;
        }

        var at = firstLine - 1 + line;
        var indentation = at < fileLines.Length ? Math.Max(0, fileLines[at].TrimEnd('\r').Length - lines[line].Length) : 0;
        return new Place(at + 1, indentation + offset + 1);
    }
}
