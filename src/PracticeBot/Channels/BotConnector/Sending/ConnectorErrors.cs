using System.Text.Json;
using System.Text.RegularExpressions;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>The connector's words for why it refuses.</summary>
internal static partial class ConnectorErrors
{
    private const string MemberNotFound = "MemberNotFoundInConversation";

    private const string StreamNotAllowed = "ContentStreamNotAllowed";

    /// <summary>The bot is no longer there, or nobody is: whatever is sent there is refused until it is added again.</summary>
    private static readonly string[] Gone =
    [
        "BotNotInConversationRoster", "BotDisabledByAdmin", "ConversationBlockedByUser", "MessageWritesBlocked", "BotNotRegistered",
        "ConversationNotFound",
    ];

    public static bool IsConversationGone(this SendResult result) =>
        result is SendResult.Refused { Code: { } code } && Gone.Contains(code, StringComparer.Ordinal);

    public static bool IsStreamNotAllowed(this SendResult result) => result is SendResult.Refused { Code: StreamNotAllowed };

    public static bool IsMemberUnknown(this SendResult result) =>
        result is SendResult.Refused { Status: StatusCodes.Status404NotFound, Code: MemberNotFound };

    /// <summary>Reads <c>{"error":{"code"}}</c>. Only a word is taken: it stands in the log, and a message may quote what was sent.</summary>
    public static string? Code(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
        && code.GetString() is { } word && Word().IsMatch(word)
            ? word
            : null;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
