namespace PracticeBot.Storage;

/// <summary>What a learner thought of one of the bot's messages: the thumbs that Teams shows beneath it.</summary>
public sealed class MessageFeedback
{
    public required string Id { get; init; }

    public required string LearnerId { get; init; }

    /// <summary>The conversation's newest talk then; null where there was none.</summary>
    public string? SessionId { get; init; }

    /// <summary>Our id of the message; where we don't know it, the channel's.</summary>
    public required string ActivityId { get; init; }

    /// <summary><c>like</c> or <c>dislike</c>.</summary>
    public required string Reaction { get; init; }

    /// <summary>The learner's own words on it; null where there are none.</summary>
    public string? Words { get; init; }

    public long At { get; init; }
}
