using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeBot.Channels;

/// <summary>A thumb or a heart put on a message.</summary>
public sealed record MessageReaction
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
