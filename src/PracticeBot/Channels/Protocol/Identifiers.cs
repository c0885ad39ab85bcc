using System.Globalization;

namespace PracticeBot.Channels;

/// <summary>
/// What an id from outside may be. Ids are kept in columns and indexes of databases, two of them to a key: control characters and great
/// lengths fit into none.
/// </summary>
internal static class Identifiers
{
    /// <summary>In UTF-16 code units; channels' own ids stay below half of it.</summary>
    public const int Longest = 400;

    /// <summary>The ids of channels are short words.</summary>
    private const int LongestChannelId = 64;

    public static bool IsGood(string? id) => FaultOf("", id, Longest) is null;

    /// <summary>A sentence on the first id of an activity that can't be kept; null where all can.</summary>
    public static string? FaultOf(Activity activity)
    {
        if (activity.ChannelData?["clientActivityID"] is { } given && given.GetValueKind() != System.Text.Json.JsonValueKind.String)
        {
            return "The field 'channelData.clientActivityID' has the wrong JSON type: it is a text.";
        }

        return FaultOf("channelId", activity.ChannelId, LongestChannelId)
            ?? FaultOf("id", activity.Id)
            ?? FaultOf("conversation.id", activity.Conversation?.Id)
            ?? FaultOf("conversation.tenantId", activity.Conversation?.TenantId)
            ?? FaultOf("from.id", activity.From?.Id)
            ?? FaultOf("from.aadObjectId", activity.From?.AadObjectId)
            ?? FaultOf("recipient.id", activity.Recipient?.Id)
            ?? FaultOf("replyToId", activity.ReplyToId)
            ?? FaultOf("channelData.clientActivityID", activity.ClientActivityId);
    }

    private static string? FaultOf(string field, string? id, int longest = Longest) =>
        id is null ? null
        : id.Length > longest ? string.Create(CultureInfo.InvariantCulture, $"The field '{field}' is longer than {longest} characters.")
        : id.Any(char.IsControl) ? $"The field '{field}' holds a control character."
        : null;
}
