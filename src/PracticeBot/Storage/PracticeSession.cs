namespace PracticeBot.Storage;

/// <summary>A talk with one client, in one conversation.</summary>
public sealed class PracticeSession
{
    public required string Id { get; init; }

    public required string ConversationKey { get; init; }

    /// <summary>Who began it.</summary>
    public required string LearnerId { get; set; }

    public required string PersonaId { get; init; }

    /// <summary>The persona as it was when the talk began (<see cref="Storage.PersonaVersion.Id"/>).</summary>
    public required string PersonaVersion { get; init; }

    public required string Mode { get; set; }

    public PracticeKind Kind { get; init; }

    /// <summary>Index of the layer at which the talk began: a drill may begin at any.</summary>
    public int FirstLayer { get; init; }

    public int Seed { get; init; }

    public required string OpeningLine { get; set; }

    /// <summary>JSON: what the opening line was made of.</summary>
    public required string OpeningTemplates { get; set; }

    /// <summary>JSON: the client's state at the head of the talk.</summary>
    public required string State { get; set; }

    /// <summary>The last turn of the branch that is being practised; null before the first.</summary>
    public string? HeadTurnId { get; set; }

    /// <summary>Hints taken at the moment that waits for a reply, 0 to 3.</summary>
    public int HintsShown { get; set; }

    /// <summary>JSON: what the learner is asked before feedback shows; null where nothing is asked.</summary>
    public string? Question { get; set; }

    /// <summary>The learner's own words before and after, for nobody else and never judged.</summary>
    public string? BeforeNote { get; set; }

    public string? AfterNote { get; set; }

    /// <summary>A reply that waits to be judged, and the activity that brought it.</summary>
    public string? HeldReply { get; set; }

    public string? HeldReplyActivityId { get; set; }

    /// <summary>Several learners take turns in it (<see cref="Participant"/>).</summary>
    public bool IsShared { get; init; }

    /// <summary>In a shared talk the learner whose turn it is; null where the floor is open.</summary>
    public string? HolderId { get; set; }

    /// <summary>When their turn goes on without them; null where nobody is waited for.</summary>
    public long? HolderUntil { get; set; }

    /// <summary>How many in a row let their turn go by.</summary>
    public int Absences { get; set; }

    public long StartedAt { get; init; }

    public long? PausedAt { get; set; }

    public long? EndedAt { get; set; }

    public string? EndReason { get; set; }
}

/// <summary>What is practised.</summary>
public enum PracticeKind
{
    /// <summary>A whole talk, with hints, the same moment again, and feedback as the learner likes it.</summary>
    Talk,

    /// <summary>A fixed client, without hints or a second attempt; feedback at the end.</summary>
    Unaided,

    /// <summary>One moment, three attempts.</summary>
    Drill,
}
