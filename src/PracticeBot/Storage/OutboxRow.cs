namespace PracticeBot.Storage;

public enum OutboxKind
{
    /// <summary>A new activity.</summary>
    Send,

    /// <summary>Takes the place of one that was sent.</summary>
    Update,
}

/// <summary>An activity that is to go out, in order within its conversation.</summary>
public sealed class OutboxRow
{
    public long Sequence { get; set; }

    public required string ConversationKey { get; init; }

    /// <summary>The way out that it takes.</summary>
    public required string Channel { get; init; }

    /// <summary>Our id of it; for an update, of the activity that it replaces.</summary>
    public required string ActivityId { get; init; }

    /// <summary>JSON until it is sent, then nothing.</summary>
    public required string Activity { get; set; }

    public OutboxKind Kind { get; init; }

    /// <summary>From when on typing shows; null: never.</summary>
    public long? TypingAt { get; init; }

    public long DueAt { get; init; }

    public long? SentAt { get; set; }

    public int Attempts { get; set; }

    public long? NextAttemptAt { get; set; }

    /// <summary>Given up.</summary>
    public bool Failed { get; set; }

    /// <summary>The id that the channel gave it, where that is another one.</summary>
    public string? ChannelActivityId { get; set; }
}
