namespace PracticeBot.Storage;

/// <summary>What a Direct Line client gets to see, and sees again when it comes back.</summary>
public sealed class DirectLineActivity
{
    public required string ConversationId { get; init; }

    /// <summary>From 1 within its conversation, without gaps: the watermark.</summary>
    public long Sequence { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>JSON.</summary>
    public required string Activity { get; init; }
}
