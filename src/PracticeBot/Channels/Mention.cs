using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PracticeBot.Channels;

/// <summary>Calls somebody by name, so that their channel tells them: the name stands in the text, and an entity says whose it is.</summary>
public static class Mention
{
    private const string Type = "mention";

    /// <summary>As it must stand in the message's text.</summary>
    public static string TextOf(ChannelAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return $"<at>{WebUtility.HtmlEncode(account.Name)}</at>";
    }

    public static Entity Of(ChannelAccount account) => new()
    {
        Type = Type,
        Properties = new JsonObject
        {
            ["mentioned"] = new JsonObject { ["id"] = account.Id, ["name"] = account.Name },
            ["text"] = TextOf(account),
        }.Deserialize<Dictionary<string, JsonElement>>(),
    };

    /// <summary>The words without the mentions of whoever they were sent to: those are told by their entities, since the name alone may be a word.</summary>
    public static string StrippedText(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var text = activity.Text ?? string.Empty;
        foreach (var mention in (activity.Entities ?? []).Where(entity => entity.Type == Type))
        {
            if (Mentioned(mention) == activity.Recipient?.Id && Shown(mention) is { Length: > 0 } shown)
            {
                text = text.Replace(shown, string.Empty, StringComparison.Ordinal).Trim();
            }
        }

        return text;
    }

    private static string? Mentioned(Entity mention) =>
        mention.Properties?.TryGetValue("mentioned", out var account) == true && account.ValueKind == JsonValueKind.Object
        && account.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    private static string? Shown(Entity mention) =>
        mention.Properties?.TryGetValue("text", out var text) == true && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
