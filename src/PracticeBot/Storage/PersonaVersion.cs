namespace PracticeBot.Storage;

/// <summary>A persona file as some session met it.</summary>
public sealed class PersonaVersion
{
    /// <summary>The content's hash.</summary>
    public required string Id { get; init; }

    public required string PersonaId { get; init; }

    public required string Content { get; init; }

    public long At { get; init; }
}
