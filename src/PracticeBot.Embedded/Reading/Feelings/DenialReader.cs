using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Feelings;

/// <summary>Whether a term is denied where it stands: "not angry", "never ashamed", "more ashamed than angry".</summary>
internal static class DenialReader
{
    private const int Reach = 5;

    /// <summary>After these the denial is of something else: "not just sad", "not sure", "no wonder", "can't help feeling".</summary>
    private static readonly FrozenSet<string> Lifts = new[]
    {
        "just", "only", "simply", "merely", "sure", "matter", "wonder", "help", "stop", "shake", "escape", "bear", "hide", "ignore", "surprised",
        "surprising", "doubt", "longer", "let", "knowing", "know", "understand", "quite", "get", "until", "more", "imagine", "tell", "say",
        "push", "outrun", "stand", "notice", "see", "mind", "think", "mistake",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Resets = new[]
    {
        "but", "because", "and", "so", "that", "which", "who", "when", "if", "although", "though", "while", "whereas", "then", "rather", "instead",
        "just", "than",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsDenied(Passage text, Span span)
    {
        var tokens = text.Tokens;
        var sentence = text.SentenceOf(span.First);
        if (tokens[span.First].Break >= Break.Comma)
        {
            return false;
        }

        for (var at = span.First - 1; at >= sentence.First && at >= span.First - Reach; at--)
        {
            var word = tokens[at].Text;
            if (word is "than" && at < span.First)
            {
                return IsComparison(tokens, at, sentence.First);
            }

            if (word is "of" && at > sentence.First && tokens[at - 1].Text is "instead")
            {
                return true;
            }

            if (WordLists.Negators.Contains(word))
            {
                return at + 1 >= tokens.Count || !Lifts.Contains(tokens[at + 1].Text);
            }

            if (Resets.Contains(word) || tokens[at].Break >= Break.Comma)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"More ashamed than angry", "rather than angry".</summary>
    private static bool IsComparison(IReadOnlyList<Token> tokens, int than, int first)
    {
        for (var at = than - 1; at >= first && at >= than - 5; at--)
        {
            if (tokens[at].Text is "more" or "rather" or "other")
            {
                return true;
            }
        }

        return false;
    }
}
