namespace PracticeBot.Core.Assessments;

/// <summary>The judgement of one reply; learners read landed, close, missed, may have hurt.</summary>
public enum Verdict
{
    Attuned,
    Partial,
    Missed,
    Harmful,

    /// <summary>Nothing was offered that could be judged, and nothing was wrong with that.</summary>
    Neutral,

    /// <summary>The reply could not be read; nothing changes.</summary>
    Unavailable,
}
