using PracticeBot.Channels.Conversations;
using PracticeBot.Channels.Teams;
using PracticeBot.Storage;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Takes in what a channel sends: stored first, answered then, handled after.</summary>
internal sealed class ConnectorInbox(
    PracticeStore store, ConversationWorker worker, InvokeAnswers invokes, IgnoredActivities ignored, TimeProvider time)
{
    /// <summary>Channels give up waiting after 15 seconds.</summary>
    private static readonly TimeSpan LongestInvoke = TimeSpan.FromSeconds(12);

    private static readonly InvokeResponse Accepted = new() { Status = StatusCodes.Status202Accepted };
    private static readonly InvokeResponse TooLate = new() { Status = StatusCodes.Status504GatewayTimeout };
    private static readonly InvokeResponse Nothing = new() { Status = StatusCodes.Status200OK };

    /// <returns>What the channel is answered.</returns>
    public async Task<InvokeResponse> AcceptAsync(Activity sent, CancellationToken cancellationToken)
    {
        if (!IsOfUse(sent.Type!))
        {
            ignored.Count(sent.ChannelId!);
            return Nothing;
        }

        var activity = TeamsInbound.Neutral(string.IsNullOrEmpty(sent.Id) ? sent with { Id = Ids.New() } : sent);
        var key = ConversationKey.Of(activity);
        var atOnce = TeamsInbound.AnswerAtOnce(sent);
        if (atOnce is not null || activity.Type != ActivityTypes.Invoke)
        {
            await StoreAsync(activity, key, cancellationToken);
            return atOnce ?? Accepted;
        }

        var answer = invokes.Expect(key, activity.Id!);
        try
        {
            return await StoreAsync(activity, key, cancellationToken)
                ? await answer.WaitAsync(LongestInvoke, time, cancellationToken) ?? Nothing
                : Nothing;
        }
        catch (TimeoutException)
        {
            return TooLate;
        }
        finally
        {
            invokes.Forget(key, activity.Id!);
        }
    }

    /// <returns>False where the channel sent it before.</returns>
    private async Task<bool> StoreAsync(Activity activity, string key, CancellationToken cancellationToken)
    {
        var json = ActivityJson.Write(activity);
        var isNew = await store.WriteOneAsync(db => InboxRows.TryAddAsync(db, activity, json, time.UnixNow()), cancellationToken);
        worker.Arrived(key, activity);
        return isNew;
    }

    private static bool IsOfUse(string type) => type is ActivityTypes.Message or ActivityTypes.ConversationUpdate
        or ActivityTypes.InstallationUpdate or ActivityTypes.Event or ActivityTypes.MessageReaction or ActivityTypes.Invoke
        or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.EndOfConversation;
}
