using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeBot.Channels;

/// <summary>Something said about the activity: a mention, a client's capabilities, a label. Only its type is common to all.</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
