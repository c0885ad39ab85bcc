using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeBot.Channels;

/// <summary>A person or a bot, as its channel knows them.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    public string? Role { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
