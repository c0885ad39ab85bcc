namespace PracticeBot.Storage;

/// <summary>A code in a link that was sent in chat: good once and for a short while, it makes a browser the learner's.</summary>
public sealed class LinkCode
{
    /// <summary>SHA-256 of the code, hexadecimal; the code itself is kept nowhere.</summary>
    public required string Id { get; init; }

    public required string LearnerId { get; init; }

    public long ExpiresAt { get; init; }
}
