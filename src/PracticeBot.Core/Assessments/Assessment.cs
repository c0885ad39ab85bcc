namespace PracticeBot.Core.Assessments;

/// <summary>What an assessor found in one reply. Findings only: the level, the verdict and what follows are the rules' to decide.</summary>
public sealed record Assessment
{
    public required ReplyKind Kind { get; init; }

    /// <summary>What kind of invitation a facilitative reply is; also set where a question stands beside an offer.</summary>
    public Facilitation Facilitation { get; init; }

    public Accuracy Accuracy { get; init; } = Accuracy.Nothing;

    /// <summary>Asks the client to confirm the feeling or meaning offered.</summary>
    public bool Checks { get; init; }

    /// <summary>More than two families of feeling offered, or a dump of feeling words.</summary>
    public bool IsFeelingList { get; init; }

    /// <summary>Nothing but questions.</summary>
    public bool IsQuestionOnly { get; init; }

    public required Attunement Attunement { get; init; }

    public IReadOnlyList<Move> Moves { get; init; } = [];

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public RepairSigns Repair { get; init; } = RepairSigns.None;

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>How sure the assessor is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    public AssessorKind Assessor { get; init; }

    public bool Has(BreachGrade grade) => Breaches.Any(breach => breach.Grade() == grade);

    /// <summary>Words of the reply are quoted for the breach.</summary>
    public bool Shows(Breach breach) => Evidence.Any(evidence => evidence.Dimension == "breach." + breach.Code());
}

/// <summary>What a reply is, before it is judged.</summary>
public enum ReplyKind
{
    /// <summary>It says something to the client that can be judged.</summary>
    Offering,

    /// <summary>Greeting, contracting, open question on the concern, encourager, asking about risk, closing well.</summary>
    Facilitative,

    /// <summary>No words, or a stage direction alone.</summary>
    Silence,

    /// <summary>Speaks to the machine, not to the client.</summary>
    OutOfRole,

    /// <summary>Has nothing to do with the talk.</summary>
    OffTopic,
}

/// <summary>How a reply invites the client to go on.</summary>
public enum Facilitation
{
    None,
    Greeting,
    Contracting,
    OpenQuestion,
    ClosedQuestion,
    Encourager,
    RiskQuestion,
    Closing,
    Thanks,
}

/// <summary>Who judged.</summary>
public enum AssessorKind
{
    Embedded,
    Model,
}

/// <summary>What a reply does about a rupture.</summary>
public sealed record RepairSigns
{
    public static readonly RepairSigns None = new();

    /// <summary>Names or checks the shift in the client, specific or not ("you've gone quiet", "did I miss something?").</summary>
    public bool NamesShift { get; init; }

    /// <summary>Names specifically what went wrong between the two ("I jumped to advice").</summary>
    public bool Acknowledges { get; init; }

    /// <summary>Owns one's part without defence ("that's on me").</summary>
    public bool Owns { get; init; }

    /// <summary>Invites the client to say how it was or what they need.</summary>
    public bool Invites { get; init; }

    /// <summary>Says sorry.</summary>
    public bool Apologises { get; init; }

    /// <summary>"But", explaining oneself, blaming: sets repair back.</summary>
    public bool Defends { get; init; }

    /// <summary>Is accurate about what the rupture feels like to the client.</summary>
    public bool MeetsRuptureFeeling { get; init; }

    /// <summary>Speaks of the rupture at all.</summary>
    public bool Names => NamesShift || Acknowledges || Owns || Invites || Apologises;
}
