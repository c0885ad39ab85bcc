namespace PracticeBot.Channels;

/// <summary>Names a conversation in the store: two channels may use the same id.</summary>
public static class ConversationKey
{
    public static string Of(string channelId, string conversationId) => $"{channelId}|{conversationId}";

    /// <exception cref="ArgumentException">The activity names no channel or no conversation.</exception>
    public static string Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentException.ThrowIfNullOrEmpty(activity.ChannelId, nameof(activity));
        ArgumentException.ThrowIfNullOrEmpty(activity.Conversation?.Id, nameof(activity));
        return Of(activity.ChannelId, activity.Conversation.Id);
    }
}
