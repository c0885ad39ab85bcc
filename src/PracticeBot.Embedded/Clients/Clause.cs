using System.Text;

namespace PracticeBot.Embedded.Clients;

/// <summary>A stretch of a reply between two marks of punctuation, fit to be spoken again.</summary>
/// <param name="Words">As typed, with straight apostrophes; forgotten ones are put back.</param>
/// <param name="Asks">It ends with a question mark.</param>
/// <param name="Place">0 at the reply's beginning to 1 at its end.</param>
internal sealed record Clause(IReadOnlyList<string> Words, bool Asks, double Place)
{
    /// <summary>Longer words are noise.</summary>
    private const int LongestWord = 20;

    /// <summary>The clauses of a reply; those that hold anything but plain words are left out.</summary>
    public static List<Clause> Of(string reply)
    {
        var clauses = new List<Clause>();
        var text = WithoutDirections(reply);
        var words = new List<string>();
        var word = new StringBuilder();
        var isOdd = false;
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? Plain(text[at]) : '\n';
            if (IsOfWord(letter) || (letter is '\'' or '-' && word.Length > 0 && at + 1 < text.Length && IsOfWord(text[at + 1])))
            {
                word.Append(letter);
                continue;
            }

            isOdd |= word.Length > LongestWord || IsNoise(word);
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (letter is ' ' or '\'' || (letter == '-' && at + 1 < text.Length && text[at + 1] != ' '))
            {
                continue;
            }

            var ends = letter is '.' or ',' or ';' or ':' or '!' or '?' or '…' or '—' or '-' or '\n' or '"';
            var isGlued = letter is '.' or ':' && at + 1 < text.Length && text[at + 1] != letter && !char.IsWhiteSpace(text[at + 1])
                && text[at + 1] is not ('"' or '\'' or '”' or '’' or ')');
            isOdd |= !ends || isGlued;
            if (ends)
            {
                if (words.Count > 0 && !isOdd)
                {
                    clauses.Add(new Clause(Spelling.Mended(words), letter == '?', (double)at / Math.Max(1, text.Length)));
                }

                words = [];
                isOdd = isGlued;
            }
        }

        return clauses;
    }

    /// <summary>Without what the learner does rather than says: [nods], *nods*, (nods).</summary>
    private static string WithoutDirections(string reply)
    {
        var text = new StringBuilder(reply.Length);
        for (var at = 0; at < reply.Length; at++)
        {
            var close = reply[at] switch { '[' => ']', '*' => '*', '(' => ')', _ => '\0' };
            var end = close == '\0' ? -1 : reply.IndexOf(close, at + 1);
            if (end < 0)
            {
                text.Append(reply[at]);
                continue;
            }

            text.Append(", ");
            at = end;
        }

        return text.ToString();
    }

    private static char Plain(char letter) => letter switch
    {
        '’' or '‘' or 'ʼ' or '´' or '`' => '\'',
        '“' or '”' or '«' or '»' => '"',
        '–' => '—',
        '\u00a0' or '\t' => ' ',
        '\r' => '\n',
        _ => letter,
    };

    private static bool IsOfWord(char letter) => char.IsAsciiLetter(letter) || letter is (>= 'À' and <= 'ɏ' and not '×' and not '÷');

    private static bool IsNoise(StringBuilder word)
    {
        for (var at = 2; at < word.Length; at++)
        {
            if (word[at] == word[at - 1] && word[at] == word[at - 2])
            {
                return true;
            }
        }

        return false;
    }
}
