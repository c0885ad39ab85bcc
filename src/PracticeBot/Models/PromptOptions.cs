using Microsoft.Extensions.AI;
using PracticeBot.Content.Prompts;

namespace PracticeBot.Models;

/// <summary>A prompt's settings as the chat abstraction takes them.</summary>
internal static class PromptOptions
{
    public static ChatOptions Options(this Prompt prompt, ChatResponseFormat? format = null)
    {
        var settings = prompt.Settings;
        return new ChatOptions
        {
            Temperature = (float?)settings.Temperature,
            TopP = (float?)settings.TopP,
            MaxOutputTokens = settings.MaxTokens,
            Seed = settings.Seed,
            FrequencyPenalty = (float?)settings.FrequencyPenalty,
            PresencePenalty = (float?)settings.PresencePenalty,
            ResponseFormat = format,
        };
    }
}
