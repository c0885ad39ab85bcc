using System.Text;

namespace PracticeBot.Channels.Cards;

/// <summary>
/// Words of clients, learners and authors on their way into a message: shown as they are, with no picture, link, heading or markup
/// of theirs coming to life. In a client's line only <c>*…*</c> becomes emphasis.
/// </summary>
public static class ClientText
{
    private const string Marks = "\\`*_{}[]#+-.|~=$^";

    // A word joiner: nothing to be seen, and enough for a web address to be no web address.
    private const char Joiner = '\u2060';

    /// <summary>Everything as plain words.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length + 16);
        AppendPlain(plain, text);
        return plain.ToString();
    }

    /// <summary>A client's line: stage directions between asterisks in italics, all else as plain words.</summary>
    public static string ToMarkdown(string line)
    {
        var markdown = new StringBuilder();
        foreach (var (words, isDirection) in Parts(line))
        {
            var mark = isDirection ? "*" : string.Empty;
            markdown.Append(mark);
            AppendPlain(markdown, words);
            markdown.Append(mark);
        }

        return markdown.ToString();
    }

    /// <summary>A client's line in order: what is said, and stage directions without their asterisks.</summary>
    public static IReadOnlyList<(string Words, bool IsDirection)> Parts(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = new List<(string, bool)>();
        var at = 0;
        var said = 0;
        while (at < line.Length)
        {
            var open = line.IndexOf('*', at);
            var close = open < 0 ? -1 : line.IndexOf('*', open + 1);
            if (close < 0)
            {
                break;
            }

            if (!IsDirection(line.AsSpan(open + 1, close - open - 1)))
            {
                at = close;
                continue;
            }

            AddSaid(open);
            parts.Add((line[(open + 1)..close], true));
            at = said = close + 1;
        }

        AddSaid(line.Length);
        return parts;

        void AddSaid(int end)
        {
            if (end > said)
            {
                parts.Add((line[said..end], false));
            }
        }
    }

    private static bool IsDirection(ReadOnlySpan<char> words) =>
        words.Length > 0 && !char.IsWhiteSpace(words[0]) && !char.IsWhiteSpace(words[^1]) && !words.Contains('\n');

    private static void AppendPlain(StringBuilder target, ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            switch (letter)
            {
                case '\n':
                    target.Append("  \n");
                    break;
                case '<':
                    target.Append("&lt;");
                    break;
                case '>':
                    target.Append("&gt;");
                    break;
                case '&':
                    target.Append("&amp;");
                    break;
                case '.' or ':' or '@' when IsWithinAWord(text, index):
                    target.Append(letter).Append(Joiner);
                    break;
                case '.' or '-' when !StartsALine(text, index):
                    target.Append(letter);
                    break;
                default:
                    if (Marks.Contains(letter, StringComparison.Ordinal))
                    {
                        target.Append('\\');
                    }

                    target.Append(char.IsControl(letter) ? ' ' : letter);
                    break;
            }
        }
    }

    /// <summary>Where an address could hide: a point, colon or at sign with no blank on either side.</summary>
    private static bool IsWithinAWord(ReadOnlySpan<char> text, int index) =>
        index > 0 && index + 1 < text.Length && !char.IsWhiteSpace(text[index - 1]) && !char.IsWhiteSpace(text[index + 1])
        && (char.IsLetterOrDigit(text[index + 1]) || text[index + 1] == '/');

    /// <summary>Where a mark could make a list or a heading: nothing but blanks and figures stands before it on its line.</summary>
    private static bool StartsALine(ReadOnlySpan<char> text, int index)
    {
        for (var before = index - 1; before >= 0 && text[before] != '\n'; before--)
        {
            if (!char.IsWhiteSpace(text[before]) && !char.IsAsciiDigit(text[before]))
            {
                return false;
            }
        }

        return true;
    }
}
