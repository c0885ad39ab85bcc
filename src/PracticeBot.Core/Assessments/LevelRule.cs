using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Assessments;

/// <summary>Level of one reply, 1 to 5 (Carkhuff's scale of accurate empathy).</summary>
public static class LevelRule
{
    private const int Unaware = 1;
    private const int Surface = 2;
    private const int Interchangeable = 3;
    private const int Additive = 4;
    private const int Full = 5;

    /// <param name="repeatsFlatBreach">A recent reply fell flat too, so that this one counts as repeated.</param>
    public static int Of(Assessment assessment, bool repeatsFlatBreach, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rubric);
        return Math.Min(Reached(assessment, rubric), Ceiling(assessment, repeatsFlatBreach));
    }

    /// <summary>The feeling or the core meaning is met, at about the right strength, and no wrong feeling stands beside it.</summary>
    public static bool IsAccurate(Accuracy accuracy, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        var met = accuracy.Emotion switch
        {
            EmotionMatch.Exact or EmotionMatch.Near => true,
            EmotionMatch.Unaddressed => accuracy.Meaning == MeaningMatch.Core,
            _ => false,
        };
        return met && Math.Abs(accuracy.IntensityDifference ?? 0) <= rubric.NearIntensity;
    }

    private static int Reached(Assessment assessment, Rubric rubric) => (assessment.Accuracy, IsAccurate(assessment.Accuracy, rubric)) switch
    {
        ({ Emotion: EmotionMatch.Contradicted }, _) => Unaware,
        ({ Adds: Addition.FullRange }, true) => Full,
        ({ Adds: Addition.Implicit }, true) => Additive,
        (_, true) => Interchangeable,
        ({ OffersSomething: true }, false) => Surface,
        _ when assessment.Facilitation != Facilitation.None => Surface,
        _ => Unaware,
    };

    private static int Ceiling(Assessment assessment, bool repeatsFlatBreach) =>
        assessment.Has(BreachGrade.Wounding) ? Unaware
        : assessment.Has(BreachGrade.Costly) || assessment.IsFeelingList ? Surface
        : !assessment.Has(BreachGrade.Flat) ? Full
        : repeatsFlatBreach ? Surface
        : Interchangeable;
}
