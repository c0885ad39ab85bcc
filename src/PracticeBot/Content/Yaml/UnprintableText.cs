using System.Globalization;

namespace PracticeBot.Content.Yaml;

/// <summary>Characters that nobody sees and that have no business in a client's words.</summary>
public static class UnprintableText
{
    public const string Mend = "Delete the character; it often comes along when text is pasted.";

    public static bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsUnprintable);
    }

    /// <summary>The first one with its place, null where there is none. A byte order mark at the start is none.</summary>
    public static (Place Place, string What)? FirstIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (line, column) = (1, 1);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (IsUnprintable(letter) && !(at == 0 && letter == '\uFEFF'))
            {
                var code = ((int)letter).ToString("X4", CultureInfo.InvariantCulture);
                return (new Place(line, column), $"A character that can't be shown stands here (U+{code}).");
            }

            if (letter == '\n')
            {
                (line, column) = (line + 1, 1);
            }
            else if (letter != '\r')
            {
                column++;
            }
        }

        return null;
    }

    /// <summary>Control characters, and the ones that turn the direction of text around it.</summary>
    private static bool IsUnprintable(char letter) =>
        (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
        || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
