using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeBot.Channels;

/// <summary>Buttons that stand below the last message and go when one is pressed.</summary>
public sealed record SuggestedActions
{
    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
