namespace PracticeBot.Models.Assessing;

/// <summary>What decides a turn, in the model's words.</summary>
internal sealed record DecidingAnswer
{
    public required string Kind { get; init; }

    public required string Invites { get; init; }

    public required IReadOnlyList<OfferedFeeling> Feelings { get; init; }

    /// <summary>Words of the reply that deny or reverse what the client disclosed; empty where none do.</summary>
    public required string Denies { get; init; }

    public required string Meaning { get; init; }

    /// <summary>Words of the reply that meet the meaning; empty where none do.</summary>
    public required string MeaningWords { get; init; }

    public required string Adds { get; init; }

    public required bool Tentative { get; init; }

    public required bool Checks { get; init; }

    public required string Tone { get; init; }

    public required string Pace { get; init; }

    public required string Words { get; init; }

    public required string Presence { get; init; }

    public required IReadOnlyList<string> Moves { get; init; }

    public required IReadOnlyList<FoundBreach> Breaches { get; init; }

    public required IReadOnlyList<string> Repair { get; init; }

    public required string Sure { get; init; }
}

/// <param name="Words">Of the reply.</param>
internal sealed record OfferedFeeling(string Feeling, string Strength, string Words);

/// <param name="Words">Of the reply.</param>
internal sealed record FoundBreach(string Breach, string Words);

/// <param name="Of">A dimension of evidence.</param>
/// <param name="Words">Of the reply.</param>
internal sealed record Quotation(string Of, string Words);

/// <summary>What may come while the client speaks already.</summary>
/// <param name="Why">One sentence for the learner.</param>
internal sealed record ExplainingAnswer(IReadOnlyList<Quotation> Evidence, string? Why);
