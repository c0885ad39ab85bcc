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
        var text = Mention.StrippedText(activity);
        var card = CardPress.Of(activity.Value);
        return new LearnerMessage(text, card, activity.Value is not null && card is null && string.IsNullOrWhiteSpace(text));
    }
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
