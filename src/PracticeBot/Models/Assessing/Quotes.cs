using System.Text;
using PracticeBot.Core.Assessments;

namespace PracticeBot.Models.Assessing;

/// <summary>Finds what a model quotes in the reply. What does not stand there was not said, and counts for nothing.</summary>
internal sealed class Quotes(string reply)
{
    private readonly string _plain = Plain(reply);

    /// <summary>Quotations that stand nowhere in the reply.</summary>
    public int Invented { get; private set; }

    /// <returns>Null where the reply does not hold these words.</returns>
    public Evidence? Find(string? words, string dimension)
    {
        var wanted = Plain(words ?? string.Empty).Trim();
        if (wanted.Length == 0)
        {
            return null;
        }

        // Of the same length letter by letter, so that a place in the one is the place in the other.
        var start = _plain.IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            Invented++;
            return null;
        }

        return new Evidence(start, wanted.Length, dimension);
    }

    /// <summary>Models straighten quotation marks and apostrophes as they copy.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter switch
            {
                '’' or '‘' or 'ʼ' => '\'',
                '“' or '”' => '"',
                '–' or '—' => '-',
                '\n' or '\r' or '\t' or '\u00a0' => ' ',
                _ => letter,
            });
        }

        return plain.ToString();
    }
}
