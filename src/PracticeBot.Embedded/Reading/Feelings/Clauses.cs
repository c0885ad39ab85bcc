using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Feelings;

/// <summary>Rough clause bounds: commas and stronger marks, and the conjunctions that begin a new thought.</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Beginners =
        new[] { "but", "because", "although", "though", "while", "whereas", "yet" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Index of the first word of the clause that <paramref name="at"/> stands in.</summary>
    public static int FirstOf(Passage text, int at)
    {
        at = Math.Min(at, text.Tokens.Count - 1);
        while (at > 0 && text.Tokens[at].Break == Break.None && !Beginners.Contains(text.Tokens[at].Text))
        {
            at--;
        }

        return at;
    }

    /// <summary>Index after the last word of the clause that <paramref name="at"/> stands in.</summary>
    public static int EndOf(Passage text, int at)
    {
        at++;
        while (at < text.Tokens.Count && text.Tokens[at].Break == Break.None && !Beginners.Contains(text.Tokens[at].Text))
        {
            at++;
        }

        return at;
    }
}
