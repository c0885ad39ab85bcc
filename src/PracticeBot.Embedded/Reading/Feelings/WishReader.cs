using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Feelings;

/// <summary>Whether a feeling is only wished for or demanded where it stands: "you should be grateful", "you wanted to feel proud".</summary>
internal static class WishReader
{
    private const int Reach = 7;

    private static readonly FrozenSet<string> Wishes = new[]
    {
        "should", "ought", "supposed", "meant", "expect", "pretend", "try", "wish", "want", "hope", "long", "need", "if", "without", "instead", "tell",
        "please", "wait", "deserve", "allow", "ask", "beg", "dream", "imagine", "would", "where",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsWished(Passage text, Span span)
    {
        var first = Math.Max(text.SentenceOf(span.First).First, span.First - Reach);
        for (var at = span.First - 1; at >= first && text.Tokens[at + 1].Break < Break.Strong; at--)
        {
            var token = text.Tokens[at];
            if (Wishes.Contains(token.Text) || Wishes.Contains(token.Stem))
            {
                return true;
            }
        }

        return false;
    }
}
