using PracticeBot.Core.Skills;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>How a learner's practice develops.</summary>
/// <param name="Skills">Every skill, in the order of <see cref="Skill"/>.</param>
/// <param name="Sessions">With at least one reply, the newest first.</param>
/// <param name="Next">What to practise next; null where nothing is left.</param>
/// <param name="DaysOfLastFourWeeks">Days (UTC) with a reply among the last 28, 0 to 28.</param>
public sealed record ProgressView(
    IReadOnlyList<SkillProgress> Skills,
    IReadOnlyList<ProgressSession> Sessions,
    Suggestion? Next,
    RatingGap? Ratings,
    int DaysOfLastFourWeeks)
{
    public bool IsEmpty => Sessions.Count == 0;
}

/// <summary>One skill over time.</summary>
/// <param name="History">After each session that fed it, the oldest first.</param>
/// <param name="ImprovedBy">Mean reading of later attempts and meetings less that of the first, -1 to 1; null where there were none.</param>
/// <param name="Later">Readings that <paramref name="ImprovedBy"/> rests on.</param>
public sealed record SkillProgress(Skill Skill, SkillEstimate Estimate, IReadOnlyList<SkillPoint> History, double? ImprovedBy, int Later)
{
    public bool IsEnough => Estimate.Observations >= SkillProfile.EnoughToSay;
}

/// <param name="At">Unix milliseconds.</param>
public sealed record SkillPoint(long At, string Client, SkillEstimate Estimate);

/// <param name="At">When it began, Unix milliseconds.</param>
/// <param name="IsFirst">The first meeting with this client: what the estimates rest on.</param>
public sealed record ProgressSession(string Id, long At, string Client, PracticeKind Kind, int Replies, bool IsFirst);

/// <summary>The learner's own ratings beside the verdicts.</summary>
/// <param name="Mean">Own rating less the verdict's place on the same scale, -4 to 4.</param>
public sealed record RatingGap(double Mean, int Ratings)
{
    public const int EnoughToSay = 3;
}
