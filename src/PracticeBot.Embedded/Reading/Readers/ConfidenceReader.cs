using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>How sure the rules are, 0 to 1: the more signs agree, the surer; signs that pull apart make it less.</summary>
internal static class ConfidenceReader
{
    private const double Bare = 0.5;
    private const double Step = 0.15;
    private const double Most = 0.95;
    private const double Least = 0.25;

    public static double Read(
        FeelingOffer offer, MeaningFinding meaning, IReadOnlyList<BreachFinding> breaches, bool isFacilitative, Passage text)
    {
        var sure = Bare;
        sure += offer.Best is { Term.IsPlainName: true } ? Step : 0;
        sure += offer.Match == EmotionMatch.Exact ? Step : 0;
        sure += meaning.Match switch { MeaningMatch.Core => Step, MeaningMatch.Part => Step / 2, _ => 0 };
        sure += breaches.Count > 0 ? Step * Math.Min(2, breaches.Count) : 0;
        sure += isFacilitative ? 2 * Step : 0;
        sure -= offer.Wrong.Count > 0 && offer.Match is EmotionMatch.Exact or EmotionMatch.Near ? Step : 0;
        sure -= breaches.Any(finding => finding.Breach.Grade() == BreachGrade.Wounding) && offer.Match is EmotionMatch.Exact or EmotionMatch.Near ? Step : 0;
        sure -= meaning.IsReversed ? Step : 0;
        sure -= text.WordCount > 80 ? Step : 0;
        return Math.Round(Math.Clamp(sure, Least, Most), 2);
    }
}
