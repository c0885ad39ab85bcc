using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeBot.Channels.Cards;

namespace PracticeBot.Channels.Teams;

/// <summary>
/// A message as Teams wants it: said to be made by a machine, with thumbs beneath it, buttons that Teams knows, and no larger than it takes.
/// </summary>
internal static class TeamsLook
{
    /// <summary>In UTF-16, JSON and all; Teams takes about 100 KB, and some of it is its own.</summary>
    private const int MostBytes = 80 * 1024;

    /// <summary>Suggested actions that Teams shows.</summary>
    private const int MostSuggested = 6;

    private const string Label = """
        {"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"]}
        """;

    /// <summary>What passes (typing, a part of a message that still grows) has its words put right and carries nothing else.</summary>
    public static Activity Of(Activity message)
    {
        message = Worded(message);
        if (message.Type != ActivityTypes.Message)
        {
            return message;
        }

        var suggested = Suggested(message);
        var data = message.ChannelData?.DeepClone().AsObject() ?? [];
        data["feedbackLoop"] = new JsonObject { ["type"] = "default" };
        return Fitting(message with
        {
            Entities = [.. message.Entities ?? [], JsonSerializer.Deserialize<Entity>(Label, JsonSerializerOptions.Web)!],
            ChannelData = data,
            Attachments = message.Attachments is null ? null : [.. message.Attachments.Select(attachment => Drawn(attachment, suggested))],
            SuggestedActions = message.Attachments is { Count: > 0 } ? null : suggested,
        });
    }

    /// <summary>
    /// Teams shows all of it under the bot's one name and draws no quotations: so a client's line begins with the client's name, and what the
    /// bot says itself stands as it is.
    /// </summary>
    private static Activity Worded(Activity message) => message switch
    {
        { Text: null or "" } => message,
        _ when IsOfTheClient(message) => message with { Text = $"**{ClientText.Plain(message.From?.Name ?? string.Empty)}:** {Unquoted(message.Text)}" },
        _ => message with { Text = Unquoted(message.Text) },
    };

    private static bool IsOfTheClient(Activity message) => message.Type == ActivityTypes.Typing || message.ChannelData?.ContainsKey("practice") == true;

    private static string Unquoted(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line == ">" ? string.Empty : line));

    /// <summary>Only a personal chat shows them.</summary>
    private static SuggestedActions? Suggested(Activity message) => message switch
    {
        { Conversation.IsShared: true } or { SuggestedActions: null } => null,
        { SuggestedActions: { Actions.Count: > MostSuggested } many } => many with { Actions = [.. many.Actions.Take(MostSuggested)] },
        { SuggestedActions: { } few } => few,
    };

    /// <summary>Teams waits for what a button does and shows that it was pressed; a client of it that can't do so submits.</summary>
    private static Attachment Drawn(Attachment attachment, SuggestedActions? suggested) =>
        attachment.ContentType == AdaptiveCard.ContentType && attachment.Content is JsonObject card
            ? attachment with { Content = Drawn(WithButtons(card.DeepClone().AsObject(), suggested)) }
            : attachment;

    /// <summary>What would stand below a message stands in the card: Teams shows nothing below one. What the card offers already is left out.</summary>
    private static JsonObject WithButtons(JsonObject card, SuggestedActions? suggested)
    {
        var there = card["actions"]?.AsArray().Select(action => (string?)action?["data"]?["practice"]?["command"]).ToList() ?? [];
        JsonNode[] buttons =
        [
            .. (suggested?.Actions ?? []).Where(action => !there.Contains((string?)action.Value))
                .Select(action => AdaptiveCard.Submit(action.Title ?? string.Empty, new JsonObject { ["practice"] = new JsonObject { ["command"] = action.Value?.DeepClone() } })),
        ];
        if (buttons.Length > 0)
        {
            card["body"]!.AsArray().Add((JsonNode)new JsonObject { ["type"] = "ActionSet", ["spacing"] = "Large", ["actions"] = new JsonArray(buttons) });
        }

        return card;
    }

    private static JsonNode Drawn(JsonNode node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } element:
                foreach (var (_, inner) in element.Where(member => member.Value is JsonObject or JsonArray && member.Key != "data").ToList())
                {
                    Drawn(inner!);
                }

                if ((string?)element["type"] == "Action.Submit")
                {
                    Execute(element);
                }

                break;
            case JsonArray list:
                foreach (var inner in list.Where(inner => inner is not null))
                {
                    Drawn(inner!);
                }

                break;
        }

        return node;
    }

    private static void Execute(JsonObject submit)
    {
        submit["fallback"] = submit.DeepClone();
        submit["type"] = "Action.Execute";
        submit["verb"] = (string?)submit["data"]?["practice"]?["command"] ?? "press";
    }

    /// <summary>What nobody sees goes first, then what is folded away, then the end of the words.</summary>
    private static Activity Fitting(Activity message)
    {
        if (Fits(message))
        {
            return message;
        }

        var lean = message with { ChannelData = Without(message.ChannelData!, "practice") };
        if (!Fits(lean))
        {
            lean = lean with { Attachments = lean.Attachments is null ? null : [.. lean.Attachments.Select(Unfolded)] };
        }

        for (var text = lean.Text ?? string.Empty; !Fits(lean) && text.Length > 0; text = text[..(text.Length / 2)])
        {
            lean = lean with { Text = $"{text[..(text.Length / 2)]}…" };
        }

        return lean;
    }

    private static bool Fits(Activity message) => Encoding.Unicode.GetByteCount(ActivityJson.Write(message)) <= MostBytes;

    private static JsonObject Without(JsonObject data, string name)
    {
        var rest = data.DeepClone().AsObject();
        rest.Remove(name);
        return rest;
    }

    private static Attachment Unfolded(Attachment attachment)
    {
        if (attachment.Content?.DeepClone() is not JsonObject card || card["actions"] is not JsonArray actions)
        {
            return attachment;
        }

        foreach (var folded in actions.Where(action => (string?)action?["type"] == "Action.ShowCard").ToList())
        {
            actions.Remove(folded);
        }

        return attachment with { Content = card };
    }
}
