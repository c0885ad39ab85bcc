namespace PracticeBot.Content.Yaml;

/// <summary>What to do about a line that is no YAML, by what it looks like.</summary>
public static class YamlHints
{
    public static string For(string text, Place place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var line = place.Line <= lines.Length ? lines[place.Line - 1].TrimEnd('\r') : string.Empty;
        if (line[..^line.TrimStart().Length].Contains('\t', StringComparison.Ordinal))
        {
            return "Indent with spaces: a tab stands at the beginning of this line.";
        }

        if (line.Count(letter => letter == '"') % 2 == 1)
        {
            return "A double quote has no partner in this line: close it, or write \\\" for a quote within a text.";
        }

        return "Check this line and the one before it: indentation, closing quotes and brackets, and double quotes around a text that holds : or # or begins with * or {.";
    }
}
