namespace PracticeBot.Core.Emotions;

/// <summary>What sort of feeling it is, coarse enough to be said without naming it.</summary>
public enum FeelingKind
{
    /// <summary>Weighs down: something is lost or out of reach.</summary>
    Heavy,

    /// <summary>Turned on oneself: who one is or what one has done.</summary>
    AgainstOneself,

    /// <summary>Braced for what may come.</summary>
    Braced,

    /// <summary>Pushes outward, against something or someone.</summary>
    Pushing,

    /// <summary>Someone who matters is in it, and the bond hurts.</summary>
    Wounded,

    /// <summary>Used up or shut off.</summary>
    Emptied,

    /// <summary>Pulled two ways.</summary>
    Torn,

    /// <summary>Opens or warms.</summary>
    Light,
}

public static class FeelingKinds
{
    public static FeelingKind Kind(this EmotionFamily family) => family switch
    {
        EmotionFamily.Sadness or EmotionFamily.Grief or EmotionFamily.Hopelessness or EmotionFamily.Helplessness
            or EmotionFamily.Disappointment or EmotionFamily.Longing => FeelingKind.Heavy,
        EmotionFamily.Shame or EmotionFamily.Worthlessness or EmotionFamily.Guilt or EmotionFamily.Regret
            or EmotionFamily.Embarrassment => FeelingKind.AgainstOneself,
        EmotionFamily.Fear or EmotionFamily.Anxiety or EmotionFamily.Overwhelm => FeelingKind.Braced,
        EmotionFamily.Anger or EmotionFamily.Frustration or EmotionFamily.Contempt or EmotionFamily.Disgust
            or EmotionFamily.Envy => FeelingKind.Pushing,
        EmotionFamily.Hurt or EmotionFamily.Rejection or EmotionFamily.Betrayal or EmotionFamily.Loneliness => FeelingKind.Wounded,
        EmotionFamily.Numbness or EmotionFamily.Exhaustion => FeelingKind.Emptied,
        EmotionFamily.Confusion => FeelingKind.Torn,
        EmotionFamily.Relief or EmotionFamily.Calm or EmotionFamily.Joy or EmotionFamily.Pride or EmotionFamily.Hope
            or EmotionFamily.Love or EmotionFamily.Gratitude => FeelingKind.Light,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
