using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Debriefs;

/// <summary>
/// Behaviour counts after MITI 4.2 (Motivational Interviewing Treatment Integrity), over the replies of a whole talk. A reply counts as one
/// reflection at most, complex where it holds both, and as one question at most.
/// </summary>
/// <param name="Replies">Replies that could be coded: silence and what stands outside the role-play are not.</param>
public sealed record MitiSummary(int Replies, int SimpleReflections, int ComplexReflections, int Questions)
{
    /// <summary>Coded replies below which counts say too little to be shown.</summary>
    public const int FewestReplies = 10;

    /// <summary>Reflections for each question. MITI 4.2: fair.</summary>
    public const double FairRatio = 1;

    /// <summary>Reflections for each question. MITI 4.2: good.</summary>
    public const double GoodRatio = 2;

    /// <summary>Complex ones among reflections, 0 to 1. MITI 4.2: fair.</summary>
    public const double FairComplexShare = 0.4;

    /// <summary>Complex ones among reflections, 0 to 1. MITI 4.2: good.</summary>
    public const double GoodComplexShare = 0.5;

    public bool IsEnough => Replies >= FewestReplies;

    public int Reflections => SimpleReflections + ComplexReflections;

    /// <summary>Reflections for each question; null where nothing was asked.</summary>
    public double? ReflectionsToQuestions => Questions > 0 ? (double)Reflections / Questions : null;

    /// <summary>Complex ones among reflections, 0 to 1; null where nothing was reflected.</summary>
    public double? ComplexShare => Reflections > 0 ? (double)ComplexReflections / Reflections : null;

    /// <summary>Null where nothing was reflected and nothing asked; reflecting without a question is good.</summary>
    public MitiBand? RatioBand => Questions > 0 ? Band(ReflectionsToQuestions!.Value, FairRatio, GoodRatio)
        : Reflections > 0 ? MitiBand.Good
        : null;

    /// <summary>Null where nothing was reflected.</summary>
    public MitiBand? ComplexBand => ComplexShare is { } share ? Band(share, FairComplexShare, GoodComplexShare) : null;

    public static MitiSummary Of(IEnumerable<Assessment> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        var coded = replies.Where(reply => reply.Kind is ReplyKind.Offering or ReplyKind.Facilitative).Select(reply => reply.Moves).ToList();
        var complex = coded.Count(moves => moves.Contains(Move.ReflectionComplex));
        return new MitiSummary(
            coded.Count,
            coded.Count(moves => moves.Contains(Move.ReflectionSimple) && !moves.Contains(Move.ReflectionComplex)),
            complex,
            coded.Count(moves => moves.Any(move => move is Move.QuestionOpen or Move.QuestionClosed or Move.RiskQuestion)));
    }

    private static MitiBand Band(double value, double fair, double good) =>
        value >= good ? MitiBand.Good : value >= fair ? MitiBand.Fair : MitiBand.Below;
}

/// <summary>Where a count stands against MITI 4.2's thresholds.</summary>
public enum MitiBand
{
    Below,
    Fair,
    Good,
}
