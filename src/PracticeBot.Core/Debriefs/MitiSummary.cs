using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Debriefs;

/// <summary>
/// What replies did, counted as MITI 4.2 counts: each behaviour at most once a reply, a complex reflection before a simple one. The
/// thresholds are MITI's for a whole session; with few replies they say nothing.
/// </summary>
/// <param name="Coded">Replies in which something was coded.</param>
public sealed record MitiSummary(int Coded, int SimpleReflections, int ComplexReflections, int Questions)
{
    /// <summary>Coded replies from which the counts are worth a look.</summary>
    public const int FewestReplies = 10;

    /// <summary>Reflections to one question. MITI 4.2: 1 is fair, 2 is good.</summary>
    public const double FairRatio = 1;
    public const double GoodRatio = 2;

    /// <summary>Share of reflections that are complex, 0 to 1. MITI 4.2: .4 is fair, .5 is good.</summary>
    public const double FairComplex = 0.4;
    public const double GoodComplex = 0.5;

    public bool IsEnough => Coded >= FewestReplies;

    public int Reflections => SimpleReflections + ComplexReflections;

    /// <summary>Reflections to one question; null where there was no question.</summary>
    public double? Ratio => Questions == 0 ? null : (double)Reflections / Questions;

    /// <summary>0 to 1; null where there was no reflection.</summary>
    public double? ComplexShare => Reflections == 0 ? null : (double)ComplexReflections / Reflections;

    /// <summary>Reflections without any question are more than two to one.</summary>
    public MitiThreshold RatioReached => Reached(Ratio ?? (Reflections > 0 ? GoodRatio : 0), FairRatio, GoodRatio);

    public MitiThreshold ComplexReached => Reached(ComplexShare ?? 0, FairComplex, GoodComplex);

    /// <param name="replies">The moves of each reply of one branch.</param>
    public static MitiSummary Of(IEnumerable<IReadOnlyList<Move>> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        var coded = replies.Where(moves => moves.Count > 0).ToList();
        return new MitiSummary(
            coded.Count,
            coded.Count(moves => moves.Contains(Move.ReflectionSimple) && !moves.Contains(Move.ReflectionComplex)),
            coded.Count(moves => moves.Contains(Move.ReflectionComplex)),
            coded.Count(moves => moves.Any(move => move is Move.QuestionOpen or Move.QuestionClosed or Move.RiskQuestion)));
    }

    private static MitiThreshold Reached(double value, double fair, double good) =>
        value >= good ? MitiThreshold.Good : value >= fair ? MitiThreshold.Fair : MitiThreshold.Below;
}

public enum MitiThreshold
{
    Below,
    Fair,
    Good,
}
