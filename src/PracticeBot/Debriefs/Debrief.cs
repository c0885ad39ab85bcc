using PracticeBot.Core.Assessments;
using PracticeBot.Core.Debriefs;
using PracticeBot.Core.Personas;
using PracticeBot.Storage;

namespace PracticeBot.Debriefs;

/// <summary>All that a look back on one talk shows.</summary>
public sealed record Debrief
{
    public required string Session { get; init; }

    public required Persona Client { get; init; }

    public required PracticeKind Kind { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From 1.</summary>
    public required int LayersReached { get; init; }

    public required bool ClientLeft { get; init; }

    public required IReadOnlyList<FeltStatement> Felt { get; init; }

    /// <summary>The beginning, then each turn of the branch that was practised last.</summary>
    public required IReadOnlyList<TalkPoint> Course { get; init; }

    public required string Opening { get; init; }

    public required IReadOnlyList<DebriefTurn> Turns { get; init; }

    /// <summary>The reply that met the client best; null where none did.</summary>
    public DebriefTurn? Best { get; init; }

    /// <summary>The reply worth another try; null where there is none, or where the talk allows none.</summary>
    public DebriefTurn? Worth { get; init; }

    /// <summary>Where another try begins, as a path of this site; null where the talk was not on the web.</summary>
    public string? AgainAt { get; init; }

    public required MitiSummary Miti { get; init; }

    /// <summary>Null where the fitted models are not there.</summary>
    public EpitomeMeans? Epitome { get; init; }

    /// <summary>Words for feelings that the learner used, most often first.</summary>
    public required IReadOnlyList<(string Word, int Times)> FeelingWords { get; init; }

    /// <summary>Mean confidence of the judged replies, 0 to 1; null where none was judged.</summary>
    public double? Confidence { get; init; }

    public string? BeforeNote { get; init; }

    public string? AfterNote { get; init; }
}

/// <summary>One reply and what came of it.</summary>
/// <param name="Number">Depth in the talk, from 1.</param>
/// <param name="Moment">What the client held when the reply was given; null where it was shown at an earlier turn already, or is not revealed.</param>
/// <param name="TrustChange">As shown.</param>
/// <param name="Seen">Of a quiet withdrawal: whether the learner named it in time; null where the client did not withdraw here.</param>
/// <param name="Others">The other attempts at the same moment.</param>
public sealed record DebriefTurn(
    string Id, int Number, Layer? Moment, IReadOnlyList<MarkedRun> Reply, Verdict Verdict, int? Level, Attunement? Attunement,
    IReadOnlyList<Move> Moves, IReadOnlyList<Breach> Breaches, int TrustChange, string? ClientLine, TalkMark Mark, bool? Seen,
    int? SelfRating, int Hints, IReadOnlyList<OtherAttempt> Others)
{
    public string Words => string.Concat(Reply.Select(run => run.Text));
}

/// <param name="Trust">The client's after it, 0 to 100.</param>
public sealed record OtherAttempt(int Number, string Reply, Verdict Verdict, int Trust);

/// <summary>Where the client stood after a turn.</summary>
/// <param name="Trust">0 to 100, as shown.</param>
/// <param name="Distress">0 to 100, as shown.</param>
/// <param name="Layer">From 1.</param>
public sealed record TalkPoint(int Turn, int Trust, int Distress, int Layer, TalkMark Mark);

public enum TalkMark
{
    None,
    Rupture,
    Repair,
}

/// <summary>EPITOME's mechanisms over a talk: means of 0 (none) to 2 (strong), Sharma et al. 2020.</summary>
public sealed record EpitomeMeans(double EmotionalReactions, double Interpretations, double Explorations);
