using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeBot.Channels;

/// <summary>A conversation, as its channel knows it.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool? IsGroup { get; init; }

    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    /// <summary>More than one person reads along.</summary>
    [JsonIgnore]
    public bool IsShared => IsGroup == true || ConversationType is "groupChat" or "channel";

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
