using PracticeBot.Models;

namespace PracticeBot.Turns;

/// <summary>What a model did for one part of a turn; kept with the turn.</summary>
public sealed record ModelWork
{
    /// <summary>As configured.</summary>
    public required string Model { get; init; }

    /// <summary>Version of the prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>Calls made, 0 where there was no time for one.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens, as the provider counts them.</summary>
    public long Input { get; init; }

    /// <summary>Of <see cref="Input"/>, what the provider had read before.</summary>
    public long CachedInput { get; init; }

    public long Output { get; init; }

    /// <summary>In the currency of the configured prices; null where none is configured.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Why the embedded part had to fill in or go on; null where the model did it all.</summary>
    public string? Fault { get; init; }

    /// <summary>The assessor's reason in one sentence, for the learner; null where it gave none.</summary>
    public string? Why { get; init; }

    /// <summary>The learner stopped the line.</summary>
    public bool Stopped { get; init; }

    /// <summary>The embedded assessor sees the reply quite otherwise.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>With what one more call took.</summary>
    internal ModelWork Plus(ModelUsage usage, ModelPrices? prices) => this with
    {
        Input = Input + usage.Input,
        CachedInput = CachedInput + usage.CachedInput,
        Output = Output + usage.Output,
        Cost = usage.CostAt(prices) is { } cost ? (Cost ?? 0) + cost : Cost,
    };
}
