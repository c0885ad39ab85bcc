using PracticeBot.Channels;
using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;
using PracticeBot.Channels.Teams;
using PracticeBot.Storage;

namespace PracticeBot.Practice.Groups;

/// <summary>Where a learner hears what is for them alone.</summary>
internal sealed class PersonalChats(ConnectorConversations connector, TimeProvider time)
{
    /// <summary>The learner's personal chat; one is opened where the channel lets the bot do so.</summary>
    /// <param name="account">How the group's channel knows them.</param>
    /// <returns>Null where the bot is not installed for them.</returns>
    public async Task<ConversationReference?> OfAsync(TurnContext turn, string learnerId, ChannelAccount account, CancellationToken cancellationToken)
    {
        if (await References.PersonalAsync(turn.Db, learnerId, cancellationToken) is { } known)
        {
            return known;
        }

        var activity = turn.Activity;
        if (!TeamsChannel.Is(activity) || activity.Conversation?.TenantId is not { } tenant
            || await connector.CreateAsync(activity.ServiceUrl!, activity.Recipient!, account.Id!, tenant, cancellationToken) is not (_, { } created))
        {
            return null;
        }

        var conversation = new ConversationAccount { Id = created.Id, ConversationType = "personal", TenantId = tenant };

        var reference = new ConversationReference
        {
            User = account,
            Bot = activity.Recipient,
            Conversation = conversation,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            Locale = activity.Locale,
        };
        var key = ConversationKey.Of(activity.ChannelId!, conversation.Id!);
        if (await turn.Db.References.FindAsync([key], cancellationToken) is null)
        {
            turn.Db.References.Add(new StoredReference
            {
                ConversationKey = key, LearnerId = learnerId, Reference = ActivityJson.Write(reference), WelcomedAt = time.UnixNow(), At = time.UnixNow(),
            });
        }

        return reference;
    }

    /// <summary>Says something to a learner alone, with the turn.</summary>
    /// <returns>False where there is no way.</returns>
    public async Task<bool> TrySendAsync(TurnContext turn, string learnerId, ChannelAccount account, Activity said, CancellationToken cancellationToken)
    {
        if (await OfAsync(turn, learnerId, account, cancellationToken) is not { } chat)
        {
            return false;
        }

        turn.SendTo(chat, said);
        return true;
    }
}
