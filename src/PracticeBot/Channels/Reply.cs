namespace PracticeBot.Channels;

/// <summary>Addresses what the bot says.</summary>
internal static class Reply
{
    /// <summary>Fills in what the reply leaves open, from the activity that it answers.</summary>
    public static Activity To(Activity activity, Activity reply) => reply with
    {
        Type = reply.Type ?? ActivityTypes.Message,
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Conversation = activity.Conversation,
        From = Named(reply.From, activity.Recipient) with { Role = RoleTypes.Bot },
        Recipient = reply.Recipient ?? activity.From,
        ReplyToId = reply.ReplyToId ?? activity.Id,
        Locale = reply.Locale ?? activity.Locale,
    };

    /// <summary>Addresses what is said without being asked.</summary>
    public static Activity In(ConversationReference elsewhere, Activity said) => said with
    {
        Type = said.Type ?? ActivityTypes.Message,
        ChannelId = elsewhere.ChannelId,
        ServiceUrl = elsewhere.ServiceUrl,
        Conversation = elsewhere.Conversation,
        From = Named(said.From, elsewhere.Bot) with { Role = RoleTypes.Bot },
        Recipient = said.Recipient ?? elsewhere.User,
        Locale = said.Locale ?? elsewhere.Locale,
    };

    // A client's line is said under the client's name, by the bot's one account.
    private static ChannelAccount Named(ChannelAccount? said, ChannelAccount? bot) =>
        (said ?? bot ?? new ChannelAccount()) with { Id = said?.Id ?? bot?.Id, Name = said?.Name ?? bot?.Name };
}
