using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeBot.Channels;

namespace PracticeBot.Practice;

/// <summary>What a learner sent: words, or the press of a card's button.</summary>
/// <param name="Text">The words as received, a mention of the bot left out; never null.</param>
/// <param name="Card">The card's data where a button was pressed.</param>
/// <param name="IsForeignCard">Data came with no words, and it is not that of a card of ours.</param>
internal sealed record LearnerMessage(string Text, CardPress? Card, bool IsForeignCard)
{
    public static LearnerMessage Of(Activity activity)
    {
        var text = WithoutMention(activity);
        var card = CardPress.Of(activity.Value);
        return new LearnerMessage(text, card, activity.Value is not null && card is null && string.IsNullOrWhiteSpace(text));
    }

    /// <summary>A mention is told by its entity: the name alone may be a word of the reply.</summary>
    private static string WithoutMention(Activity activity)
    {
        var text = activity.Text ?? string.Empty;
        foreach (var mention in (activity.Entities ?? []).Where(entity => entity.Type == "mention"))
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

/// <summary>A button of one of our cards: <c>{"practice":{"command":…,"session":…,"id":…}}</c>.</summary>
/// <param name="Value">What was chosen on a question's card.</param>
internal sealed record CardPress(string Command, string? Session, string? Turn, JsonValue? Value)
{
    public const string Rate = "rate";
    public const string Noticed = "noticed";

    /// <summary>It answers a question of ours, and is no command.</summary>
    public bool IsAnswer => Command is Rate or Noticed;

    /// <summary>The card is of this talk: an older talk's buttons do nothing.</summary>
    public bool Belongs(Storage.PracticeSession? session) => Session is null || Session == session?.Id;

    public static CardPress? Of(JsonNode? value)
    {
        if (value is not JsonObject data || data["practice"] is not JsonObject practice || Text(practice["command"]) is not { } command)
        {
            return null;
        }

        return new CardPress(command, Text(practice["session"]), Text(practice["id"]), practice["value"] as JsonValue);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
