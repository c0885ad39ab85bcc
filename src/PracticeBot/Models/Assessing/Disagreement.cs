using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Models.Assessing;

/// <summary>Two readings of one reply that can't both be right.</summary>
internal static class Disagreement
{
    /// <summary>One sees the client met, the other sees them hurt, advised or taken for someone else.</summary>
    public static bool Is(Assessment one, Assessment other, Rubric rubric) =>
        (Meets(one, rubric) && Misses(other)) || (Meets(other, rubric) && Misses(one));

    private static bool Meets(Assessment assessment, Rubric rubric) =>
        LevelRule.IsAccurate(assessment.Accuracy, rubric) && assessment.Attunement.Mean >= rubric.AttunedMean && !Breaks(assessment);

    private static bool Misses(Assessment assessment) =>
        Breaks(assessment) || assessment.Accuracy.Emotion is EmotionMatch.Missed or EmotionMatch.Contradicted;

    private static bool Breaks(Assessment assessment) => assessment.Has(BreachGrade.Wounding) || assessment.Has(BreachGrade.Costly);
}
