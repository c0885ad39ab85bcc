using System.Text.Json.Nodes;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Teams;

/// <summary>What Teams sends, in the form in which every channel says it.</summary>
internal static class TeamsInbound
{
    private const string CardAction = "adaptiveCard/action";
    private const string Submitted = "message/submitAction";

    /// <summary>
    /// The tenant stands in one place, an edited message has an id of its own beside that of the message, and the press of a card's button
    /// is a message with a value, as it is where cards only submit.
    /// </summary>
    public static Activity Neutral(Activity sent)
    {
        var activity = sent.Conversation is { TenantId: null } && Tenant(sent) is { } tenant
            ? sent with { Conversation = sent.Conversation with { TenantId = tenant } }
            : sent;
        return activity switch
        {
            { Type: ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete, Id: { } changed } =>
                activity with { Id = Ids.For(activity.Type, changed, activity.Timestamp?.ToString("O") ?? string.Empty), ReplyToId = changed },
            { Type: ActivityTypes.Invoke, Name: CardAction } when Pressed(activity) is { } data =>
                activity with { Type = ActivityTypes.Message, Name = null, Value = data.DeepClone() },
            _ => activity,
        };
    }

    /// <summary>
    /// What an invoke is answered with as soon as it is kept, where nobody needs to wait for its turn; null for every other activity.
    /// </summary>
    public static InvokeResponse? AnswerAtOnce(Activity sent) => sent switch
    {
        { Type: ActivityTypes.Invoke, Name: CardAction } => Pressed(sent) is null ? NoSuchAction() : Taken(),
        { Type: ActivityTypes.Invoke, Name: Submitted } => new InvokeResponse { Status = StatusCodes.Status200OK, Body = new JsonObject() },
        _ => null,
    };

    /// <summary>The thumbs beneath a message, and the words that may come with them; null where an activity holds none.</summary>
    public static (string Reaction, string? Words)? Feedback(Activity activity)
    {
        if (activity is not { Type: ActivityTypes.Invoke, Name: Submitted } || activity.Value is not JsonObject value
            || Text(value["actionName"]) != "feedback" || value["actionValue"] is not JsonObject given
            || Text(given["reaction"]) is not { } reaction || reaction is not ("like" or "dislike"))
        {
            return null;
        }

        return (reaction, Words(given["feedback"]));
    }

    /// <summary>A text that is itself JSON, <c>{"feedbackText":…}</c>; some clients send the object, or the bare words.</summary>
    private static string? Words(JsonNode? feedback)
    {
        if (feedback is JsonValue && Text(feedback) is { } text)
        {
            try
            {
                return JsonNode.Parse(text) is JsonObject inner ? Words(inner) : Kept(text);
            }
            catch (System.Text.Json.JsonException)
            {
                return Kept(text);
            }
        }

        return feedback is JsonObject given ? Kept(Text(given["feedbackText"])) : null;
    }

    private static string? Kept(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static JsonNode? Pressed(Activity activity) => (activity.Value as JsonObject)?["action"] is JsonObject action ? action["data"] : null;

    private static string? Tenant(Activity activity) => (activity.ChannelData?["tenant"] as JsonObject)?["id"] is { } id ? Text(id) : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The press is kept, and what comes of it is said in the chat.</summary>
    private static InvokeResponse Taken() => CardAnswer(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", "✓");

    private static InvokeResponse NoSuchAction() => CardAnswer(
        StatusCodes.Status400BadRequest, "application/vnd.microsoft.error",
        new JsonObject { ["code"] = "BadRequest", ["message"] = "The invoke holds no action with data." });

    /// <summary>A card's answer has a status of its own; that of the request says only that it was understood.</summary>
    private static InvokeResponse CardAnswer(int status, string type, JsonNode value) => new()
    {
        Status = StatusCodes.Status200OK,
        Body = new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value },
    };
}
