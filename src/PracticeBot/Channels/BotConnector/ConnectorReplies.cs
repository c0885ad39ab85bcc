using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;
using PracticeBot.Channels.Teams;
using PracticeBot.Storage;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Sends through the connector, at least once: a send in flight when the process dies is sent again.</summary>
internal sealed class ConnectorReplies(ConnectorClient connector, PracticeStore store, TimeProvider time) : IReplyChannel
{
    private const string Personal = "personal";

    /// <summary>Teams takes one chunk a second; a little more keeps clear of its limit.</summary>
    private static readonly TimeSpan TeamsInterval = TimeSpan.FromSeconds(1.5);

    /// <summary>Some clients never answer what they refuse, and nobody is to wait long for what only passes.</summary>
    private static readonly TimeSpan LongestPassing = TimeSpan.FromSeconds(5);

    public string Route => ReplyRoutes.Connector;

    public async Task<SendResult> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var activity = Dressed(ActivityJson.Read(row.Activity) with { Timestamp = time.GetUtcNow() });
        var (result, id) = row.Kind == OutboxKind.Update && await ChannelIdAsync(row, cancellationToken) is { } replaced
            ? await connector.PutAsync(activity, replaced, cancellationToken)
            : await connector.PostAsync(activity, cancellationToken);
        // A stream that was refused on the way can't be closed either: then the message stands by itself.
        if (result is SendResult.Refused && GrowingMessage.Alone(activity) is { } alone)
        {
            (result, id) = await connector.PostAsync(alone, cancellationToken);
        }

        switch (result)
        {
            case SendResult.Sent:
                await store.WriteOneAsync(db => OutboxRows.TrySentAsync(db, row.Sequence, id, time.UnixNow()), CancellationToken.None);
                break;
            case SendResult.Refused { Status: StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound } when !result.IsStreamNotAllowed():
                await store.WriteOneAsync(db => References.DropAsync(db, row.ConversationKey), CancellationToken.None);
                break;
        }

        return result;
    }

    /// <summary>This side keeps nothing of what it was sent.</summary>
    public Task ForgetAsync(PracticeDb db, Activity activity, string activityId) => Task.CompletedTask;

    public async Task<string?> ShowAsync(Activity passing, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestPassing, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var (result, id) = await connector.PostAsync(Dressed(passing), ended.Token);
            return result is SendResult.Sent ? id ?? passing.Id : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Of the channels behind the connector only Teams is known to let a message grow, and only between two.</summary>
    public StreamRules? StreamingFor(Activity activity) =>
        TeamsChannel.Is(activity) && activity.Conversation?.ConversationType == Personal ? new(TeamsInterval, NamesItself: true) : null;

    private static Activity Dressed(Activity activity) => TeamsChannel.Is(activity) ? TeamsLook.Of(activity) : activity;

    /// <summary>What the channel calls the activity that is replaced; null where it never came to be: then it is sent anew.</summary>
    private async Task<string?> ChannelIdAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var db = await store.OpenAsync(cancellationToken);
        return await OutboxRows.ChannelActivityIdAsync(db, row.ConversationKey, row.ActivityId, cancellationToken);
    }
}
