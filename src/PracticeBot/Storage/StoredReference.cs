namespace PracticeBot.Storage;

/// <summary>What it takes to write into a conversation of the connector without being asked.</summary>
public sealed class StoredReference
{
    public required string ConversationKey { get; init; }

    /// <summary>Whose personal chat with the bot it is; null where several may read.</summary>
    public string? LearnerId { get; set; }

    /// <summary>JSON of a <see cref="Channels.ConversationReference"/>.</summary>
    public required string Reference { get; set; }

    /// <summary>When the bot introduced itself there; null where it has not.</summary>
    public long? WelcomedAt { get; set; }

    public long At { get; set; }
}
