namespace PracticeBot.Core.Emotions;

/// <summary>Which families lie so close that naming one for another still meets the client.</summary>
public static class EmotionNeighbours
{
    private static readonly EmotionFamily[][] Circles =
    [
        [EmotionFamily.Shame, EmotionFamily.Guilt, EmotionFamily.Embarrassment, EmotionFamily.Worthlessness, EmotionFamily.Regret],
        [
            EmotionFamily.Sadness, EmotionFamily.Grief, EmotionFamily.Hopelessness, EmotionFamily.Helplessness, EmotionFamily.Loneliness,
            EmotionFamily.Hurt, EmotionFamily.Disappointment, EmotionFamily.Rejection, EmotionFamily.Betrayal,
        ],
        [EmotionFamily.Fear, EmotionFamily.Anxiety, EmotionFamily.Overwhelm],
        [EmotionFamily.Anger, EmotionFamily.Frustration, EmotionFamily.Contempt],
        [EmotionFamily.Numbness, EmotionFamily.Exhaustion],
    ];

    /// <summary>True where the two families are the same or stand in one circle of neighbours.</summary>
    public static bool AreNeighbours(EmotionFamily one, EmotionFamily other) =>
        one == other || Array.Exists(Circles, circle => circle.Contains(one) && circle.Contains(other));
}
