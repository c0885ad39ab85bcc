namespace PracticeBot.Storage;

/// <summary>A talk with one client, in one conversation.</summary>
public sealed class PracticeSession
{
    public required string Id { get; init; }

    public required string ConversationKey { get; init; }

    public required string LearnerId { get; set; }

    public required string PersonaId { get; init; }

    /// <summary>The persona as it was when the talk began (<see cref="Storage.PersonaVersion.Id"/>).</summary>
    public required string PersonaVersion { get; init; }

    public required string Mode { get; set; }

    public int Seed { get; init; }

    public required string OpeningLine { get; set; }

    /// <summary>JSON: what the opening line was made of.</summary>
    public required string OpeningTemplates { get; set; }

    /// <summary>JSON: the client's state at the head of the talk.</summary>
    public required string State { get; set; }

    /// <summary>The last turn of the branch that is being practised; null before the first.</summary>
    public string? HeadTurnId { get; set; }

    /// <summary>A reply that waits to be judged, and the activity that brought it.</summary>
    public string? HeldReply { get; set; }

    public string? HeldReplyActivityId { get; set; }

    public long StartedAt { get; init; }

    public long? PausedAt { get; set; }

    public long? EndedAt { get; set; }

    public string? EndReason { get; set; }
}
