using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>What the channels say by themselves, where no turn does.</summary>
internal static class OwnMessages
{
    public static OutboxRow To(Activity activity, string text, long now)
    {
        var id = Ids.New();
        return new OutboxRow
        {
            ConversationKey = ConversationKey.Of(activity),
            Channel = ReplyRoutes.Of(activity),
            ActivityId = id,
            Activity = ActivityJson.Write(Reply.To(activity, new Activity { Id = id, Text = text, TextFormat = TextFormatTypes.Plain })),
            Kind = OutboxKind.Send,
            DueAt = now,
        };
    }
}
