using PracticeBot.Channels.Conversations;
using PracticeBot.Storage;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Sends through the connector, at least once: a send in flight when the process dies is sent again.</summary>
internal sealed class ConnectorReplies(ConnectorClient connector, PracticeStore store, TimeProvider time) : IReplyChannel
{
    private const string Teams = "msteams";

    private const string Personal = "personal";

    /// <summary>Teams takes one chunk a second; a little more keeps clear of its limit.</summary>
    private static readonly TimeSpan TeamsInterval = TimeSpan.FromSeconds(1.5);

    public string Route => ReplyRoutes.Connector;

    public async Task<SendResult> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var activity = ActivityJson.Read(row.Activity) with { Timestamp = time.GetUtcNow() };
        var (result, id) = row.Kind == OutboxKind.Update && await ChannelIdAsync(row, cancellationToken) is { } replaced
            ? await connector.PutAsync(activity, replaced, cancellationToken)
            : await connector.PostAsync(activity, cancellationToken);
        if (result is SendResult.Sent)
        {
            await store.WriteOneAsync(db => OutboxRows.TrySentAsync(db, row.Sequence, id, time.UnixNow()), CancellationToken.None);
        }

        return result;
    }

    /// <summary>This side keeps nothing of what it was sent.</summary>
    public Task ForgetAsync(PracticeDb db, Activity activity, string activityId) => Task.CompletedTask;

    public async Task<string?> ShowAsync(Activity passing, CancellationToken cancellationToken)
    {
        var (result, id) = await connector.PostAsync(passing, cancellationToken);
        return result is SendResult.Sent ? id ?? passing.Id : null;
    }

    /// <summary>Of the channels behind the connector only Teams is known to let a message grow, and only between two.</summary>
    public StreamRules? StreamingFor(Activity activity) =>
        activity is { ChannelId: Teams, Conversation.ConversationType: Personal } ? new(TeamsInterval, NamesItself: true) : null;

    /// <summary>What the channel calls the activity that is replaced; null where it never came to be: then it is sent anew.</summary>
    private async Task<string?> ChannelIdAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var db = await store.OpenAsync(cancellationToken);
        return await OutboxRows.ChannelActivityIdAsync(db, row.ConversationKey, row.ActivityId, cancellationToken);
    }
}
