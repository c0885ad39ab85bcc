namespace PracticeBot.Core.Emotions;

/// <summary>How the feeling that a reply offers stands to the feeling that the client holds.</summary>
public enum EmotionMatch
{
    /// <summary>The reply offers no feeling.</summary>
    Unaddressed,

    /// <summary>The family of the client's primary feeling.</summary>
    Exact,

    /// <summary>A neighbour of the primary feeling, or one of the client's secondary feelings.</summary>
    Near,

    /// <summary>A feeling that the client does not hold.</summary>
    Missed,

    /// <summary>The reply denies or reverses what the client disclosed.</summary>
    Contradicted,
}
