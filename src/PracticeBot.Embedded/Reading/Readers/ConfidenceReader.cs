using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Meanings;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>
/// How sure the assessor is, 0 to 1: how often a verdict that rests on the same ground agreed with a reader of the rubric, over the judged
/// replies to the five tuned clients (<c>tests/PracticeBot.Tests/Judging</c>).
/// </summary>
internal static class ConfidenceReader
{
    public const double OfSilence = 0.95;
    public const double OfOutside = 0.85;

    private const double Room = 0.85;
    private const double Wounding = 0.95;
    private const double Costly = 0.8;
    private const double Flat = 0.55;
    private const double Feeling = 0.9;
    private const double Phrase = 0.7;
    private const double Surface = 0.6;
    private const double Nothing = 0.3;

    /// <summary>A meaning met without a phrase that shows it: so sure at even odds, and so much more for each step of likelihood.</summary>
    private const double EvenOdds = 0.5;
    private const double Step = 0.6;

    /// <summary>Signs that pull apart make the verdict less sure.</summary>
    private const double Torn = 0.15;

    public static double Read(FeelingOffer offer, MeaningFinding meaning, IReadOnlyList<BreachFinding> breaches, bool isFacilitative)
    {
        var sure = (offer.Match, meaning) switch
        {
            _ when isFacilitative => Room,
            _ when breaches.Count > 0 => OfBreach(breaches.Max(finding => finding.Breach.Grade())),
            (not EmotionMatch.Unaddressed, _) => Feeling,
            (_, { Match: MeaningMatch.Core, Likely: { } likely }) => EvenOdds + (Step * (likely - EvenOdds)),
            (_, { Match: MeaningMatch.Part, Likely: not null }) => Surface,
            (_, { Match: not MeaningMatch.None }) => Phrase,
            _ => Nothing,
        };
        var isMet = offer.Match is EmotionMatch.Exact or EmotionMatch.Near;
        var isTorn = isMet && (offer.Wrong.Count > 0 || breaches.Any(finding => finding.Breach.Grade() == BreachGrade.Wounding));
        return Math.Round(isTorn || meaning.IsReversed ? sure - Torn : sure, 2);
    }

    private static double OfBreach(BreachGrade worst) => worst switch
    {
        BreachGrade.Wounding => Wounding,
        BreachGrade.Costly => Costly,
        _ => Flat,
    };
}
