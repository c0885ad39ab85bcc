using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>Whether a run of words says "not".</summary>
internal static class Negation
{
    private const int Reach = 4;

    /// <summary>After these "not" denies nothing of what follows: "not just", "can't stop", "no matter".</summary>
    private static readonly FrozenSet<string> Lifts = new[]
    {
        "just", "only", "simply", "merely", "sure", "matter", "wonder", "help", "stop", "shake", "escape", "bear", "hide", "ignore", "let", "know",
        "knowing", "put", "get", "want", "until", "afford", "trust", "tell", "say", "longer",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A denial within the run that no unit has taken up as part of a turn of phrase.</summary>
    public static bool In(Passage text, Span run, IReadOnlyList<Unit> units)
    {
        for (var at = run.First; at < run.End; at++)
        {
            if (IsDenial(text, at) && !units.Any(unit => unit.Stem.Length == 0 && unit.Span.First <= at && at < unit.Span.End))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A denial shortly before the run or in it.</summary>
    public static bool Over(Passage text, Span run, IReadOnlyList<Unit> units)
    {
        var first = run.First;
        var sentence = text.SentenceOf(run.First);
        while (first > sentence.First && first > run.First - Reach && text.Tokens[first].Break == Break.None
            && text.Tokens[first].Text is not ("but" or "because" or "and" or "so"))
        {
            first--;
        }

        return In(text, new Span(first, run.End), units);
    }

    private static bool IsDenial(Passage text, int at) =>
        WordLists.Negators.Contains(text.Tokens[at].Text)
        && !(at + 1 < text.Tokens.Count && Lifts.Contains(text.Tokens[at + 1].Text));
}
