namespace PracticeBot.Storage;

/// <summary>An activity that was accepted and is to be handled, once and in its turn.</summary>
public sealed class InboxRow
{
    /// <summary>The order of acceptance.</summary>
    public long Sequence { get; init; }

    public required string ConversationKey { get; init; }

    public required string ActivityId { get; init; }

    public string? ClientActivityId { get; init; }

    /// <summary>JSON until it is done, then nothing: what was said is kept in one place only, and that is not here.</summary>
    public required string Activity { get; set; }

    public long ReceivedAt { get; init; }

    /// <summary>How often handling it failed.</summary>
    public int Attempts { get; set; }

    public long? DoneAt { get; set; }
}
