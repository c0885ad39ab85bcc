using Microsoft.Extensions.AI;

namespace PracticeBot.Models;

/// <summary>What a call took.</summary>
/// <param name="Input">Tokens of the prompt.</param>
/// <param name="CachedInput">Of <paramref name="Input"/>, what the provider had kept.</param>
/// <param name="Output">Tokens of the answer.</param>
internal readonly record struct ModelUsage(long Input, long CachedInput, long Output)
{
    private const decimal Million = 1_000_000;

    public static readonly ModelUsage None = new(0, 0, 0);

    public static ModelUsage operator +(ModelUsage one, ModelUsage other) =>
        new(one.Input + other.Input, one.CachedInput + other.CachedInput, one.Output + other.Output);

    public static ModelUsage Of(UsageDetails? details) => details is null
        ? None
        : new ModelUsage(details.InputTokenCount ?? 0, details.CachedInputTokenCount ?? 0, details.OutputTokenCount ?? 0);

    public static ModelUsage Of(ChatResponseUpdate update) =>
        update.Contents.OfType<UsageContent>().Aggregate(None, (sum, usage) => sum + Of(usage.Details));

    public decimal? CostAt(ModelPrices? prices) => prices is null
        ? null
        : (((Input - CachedInput) * prices.Input) + (CachedInput * prices.CachedInput) + (Output * prices.Output)) / Million;
}
