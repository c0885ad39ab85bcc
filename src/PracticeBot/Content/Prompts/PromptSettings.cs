namespace PracticeBot.Content.Prompts;

/// <summary>How a prompt asks the model to answer; null leaves it to the provider.</summary>
/// <param name="Temperature">0 to 2.</param>
/// <param name="TopP">0 to 1.</param>
/// <param name="MaxTokens">Of the answer, from 1.</param>
/// <param name="Seed">For answers that repeat, where a provider can.</param>
/// <param name="FrequencyPenalty">-2 to 2.</param>
/// <param name="PresencePenalty">-2 to 2.</param>
public sealed record PromptSettings(
    double? Temperature = null,
    double? TopP = null,
    int? MaxTokens = null,
    long? Seed = null,
    double? FrequencyPenalty = null,
    double? PresencePenalty = null);
