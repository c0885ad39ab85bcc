using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Skills;

/// <summary>A learner's own rating of a reply (1 to 5) set beside its verdict.</summary>
public static class SelfRating
{
    /// <summary>Mean difference, in steps of the rating, within which a learner rates as the rules do.</summary>
    public const double About = 0.5;

    private const int Additive = 4;

    /// <summary>
    /// The verdict on the rating's scale: harmful 1, missed 2, partial 3, attuned 4 where it gave back what was said and 5 where it added
    /// to it (level 4 and 5). Null where nothing was judged.
    /// </summary>
    /// <param name="level">Carkhuff 1 to 5.</param>
    public static int? Of(Verdict verdict, int? level) => verdict switch
    {
        Verdict.Harmful => 1,
        Verdict.Missed => 2,
        Verdict.Partial => 3,
        Verdict.Attuned => level >= Additive ? 5 : 4,
        _ => null,
    };
}
