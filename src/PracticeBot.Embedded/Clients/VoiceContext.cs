namespace PracticeBot.Embedded.Clients;

/// <summary>What the voice knows of the talk so far.</summary>
public sealed record VoiceContext
{
    /// <summary>The learner's reply that is answered; empty for the opening line.</summary>
    public string Reply { get; init; } = string.Empty;

    /// <summary>The client's lines so far, oldest first.</summary>
    public IReadOnlyList<string> EarlierLines { get; init; } = [];

    /// <summary>The learner's replies so far, oldest first, the one that is answered left out.</summary>
    public IReadOnlyList<string> EarlierReplies { get; init; } = [];

    /// <summary>Templates spoken in this session (<see cref="SpokenLine.Templates"/>).</summary>
    public IReadOnlySet<string> Spoken { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Makes sessions differ where lines fit equally well; the same seed speaks the same lines.</summary>
    public int Seed { get; init; }
}
