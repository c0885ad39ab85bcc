namespace PracticeBot.Content.Yaml;

/// <summary>What to do about text that is no YAML, by what it looks like.</summary>
public static class YamlHints
{
    /// <param name="place">Where reading stopped, or where the part began in which it did.</param>
    public static (Place Place, string Mend) For(string text, string reason, Place place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reason);
        var lines = text.Split('\n');
        var isTab = reason.Contains("tab", StringComparison.Ordinal);
        for (var number = place.Line; isTab && number <= lines.Length; number++)
        {
            var indentation = lines[number - 1].Length - lines[number - 1].TrimStart().Length;
            var tab = lines[number - 1].IndexOf('\t', 0, indentation);
            if (tab >= 0)
            {
                return (new Place(number, tab + 1), "Indent with spaces: here stands a tab.");
            }
        }

        var line = place.Line <= lines.Length ? lines[place.Line - 1] : string.Empty;
        var mend = line.Count(letter => letter == '"') % 2 == 1
            ? "A double quote has no partner in this line: close it, or write \\\" for a quote within a text."
            : "Check this line and the one before it: indentation, closing quotes and brackets, and double quotes around a text that holds : or # or begins with * or {.";
        return (place, mend);
    }
}
