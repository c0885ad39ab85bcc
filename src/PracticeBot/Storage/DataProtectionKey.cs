namespace PracticeBot.Storage;

/// <summary>A key of the ring that signs tokens and cookies.</summary>
public sealed class DataProtectionKey
{
    public required string Id { get; init; }

    public required string Xml { get; init; }
}
