namespace PracticeBot.Core.Assessments;

/// <summary>What came of assessing a reply: findings, or none to be had; never a default score.</summary>
public abstract record AssessmentResult
{
    private AssessmentResult()
    {
    }

    public sealed record Judged(Assessment Assessment) : AssessmentResult;

    public sealed record Unavailable(UnavailableReason Reason) : AssessmentResult;
}

/// <summary>Why a reply could not be judged.</summary>
public enum UnavailableReason
{
    /// <summary>Not words that can be read.</summary>
    Unreadable,

    /// <summary>Another language than the persona's.</summary>
    AnotherLanguage,
}
