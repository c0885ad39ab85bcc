using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace PracticeBot.Channels.BotConnector.Authentication;

/// <summary>What a channel's token vouches for, once it is found good.</summary>
/// <param name="ServiceUrl">Where the channel's connector is.</param>
/// <param name="Key">What signed it.</param>
internal sealed record ChannelToken(string ServiceUrl, JsonWebKey Key)
{
    private const string Endorsements = "endorsements";

    /// <summary>Whether it vouches for this very activity; null where it does.</summary>
    public ChannelRefusal? Refuses(Activity activity) =>
        !string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) ? ChannelRefusal.WrongServiceUrl
        : !IsEndorsed(activity.ChannelId) ? ChannelRefusal.NotEndorsed
        : null;

    /// <summary>Each key says for which channels it stands; one that says nothing stands for none.</summary>
    private bool IsEndorsed(string? channelId) =>
        channelId is { Length: > 0 }
        && Key.AdditionalData.TryGetValue(Endorsements, out var named)
        && named is JsonElement { ValueKind: JsonValueKind.Array } channels
        && channels.EnumerateArray().Any(channel => channel.ValueKind == JsonValueKind.String && channel.ValueEquals(channelId));
}
