using System.Text.Json.Nodes;

namespace PracticeBot.Channels.Cards;

/// <summary>The few shapes of Adaptive Cards 1.5 that ours are made of; Teams and Web Chat draw all of them.</summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static Attachment Of(string spoken, IEnumerable<JsonObject> body, params IReadOnlyList<JsonObject> actions) => new()
    {
        ContentType = ContentType,
        Content = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["speak"] = spoken,
            ["body"] = new JsonArray([.. body]),
            ["actions"] = new JsonArray([.. actions]),
        },
    };

    public static JsonObject Text(string text, string? colour = null, string? weight = null, string? size = null, bool subtle = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        Set(block, "color", colour);
        Set(block, "weight", weight);
        Set(block, "size", size);
        if (subtle)
        {
            block["isSubtle"] = true;
        }

        return block;
    }

    public static JsonObject Spaced(this JsonObject element, string spacing)
    {
        element["spacing"] = spacing;
        return element;
    }

    public static JsonObject Facts(params ReadOnlySpan<(string Title, string Value)> facts)
    {
        var list = new JsonArray();
        foreach (var (title, value) in facts)
        {
            list.Add((JsonNode)new JsonObject { ["title"] = title, ["value"] = value });
        }

        return new JsonObject { ["type"] = "FactSet", ["facts"] = list };
    }

    public static JsonObject Columns(params ReadOnlySpan<JsonObject> columns)
    {
        var list = new JsonArray();
        foreach (var column in columns)
        {
            list.Add((JsonNode)new JsonObject { ["type"] = "Column", ["width"] = "stretch", ["items"] = new JsonArray(column) });
        }

        return new JsonObject { ["type"] = "ColumnSet", ["columns"] = list };
    }

    public static JsonObject ShowCard(string title, params ReadOnlySpan<JsonObject> body)
    {
        var items = new JsonArray();
        foreach (var element in body)
        {
            items.Add((JsonNode)element);
        }

        return new JsonObject
        {
            ["type"] = "Action.ShowCard",
            ["title"] = title,
            ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = items },
        };
    }

    /// <summary>A button that sends data of ours; both Teams and Web Chat take it.</summary>
    public static JsonObject Submit(string title, JsonObject data) => new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };

    public static JsonObject OpenUrl(string title, string address) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = address };

    private static void Set(JsonObject block, string name, string? value)
    {
        if (value is not null)
        {
            block[name] = value;
        }
    }
}
