using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Feelings;

/// <summary>Boosters and downtoners: "so ashamed", "a bit annoyed", "it hurts a lot".</summary>
internal static class StrengthReader
{
    private const int Before = 4;
    private const int After = 4;
    private const int Boost = 1;
    private const int Damp = 2;

    private static readonly PhraseBook StrongerBefore = Tables.Phrases("strength", "stronger before");
    private static readonly PhraseBook StrongerAfter = Tables.Phrases("strength", "stronger after");
    private static readonly PhraseBook FainterBefore = Tables.Phrases("strength", "fainter before");
    private static readonly PhraseBook FainterAfter = Tables.Phrases("strength", "fainter after");
    private static readonly PhraseBook Some = Tables.Phrases("strength", "some");

    public static Strength Of(Passage text, Span span)
    {
        var before = new Span(Math.Max(Clauses.FirstOf(text, span.First), span.First - Before), span.First);
        var after = new Span(span.End, Math.Min(Clauses.EndOf(text, span.End - 1), span.End + After));
        return FainterBefore.FirstIn(text, before) is not null || FainterAfter.FirstIn(text, after) is not null ? Strength.Fainter
            : StrongerBefore.FirstIn(text, before) is not null || StrongerAfter.FirstIn(text, after) is not null ? Strength.Stronger
            : Strength.AsItStands;
    }

    /// <summary>"Some sadness": fainter, unless it is asked or guessed.</summary>
    public static bool IsSome(Passage text, Span span) =>
        Some.FirstIn(text, new Span(Math.Max(Clauses.FirstOf(text, span.First), span.First - 2), span.First)) is not null;

    /// <summary>1 to 5.</summary>
    public static int Applied(int intensity, Strength strength) => strength switch
    {
        Strength.Stronger => Math.Min(5, intensity + Boost),
        Strength.Fainter => Math.Max(1, intensity - Damp),
        _ => intensity,
    };
}
