using System.Text.Json.Nodes;
using PracticeBot.Channels.Conversations;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>
/// Sends by writing into the same store: the row counts as sent exactly when clients can read it. An update is written behind
/// everything else under the first one's id; clients put it in that one's place.
/// </summary>
internal sealed class DirectLineReplies(PracticeStore store, DirectLineSockets sockets, TimeProvider time) : IReplyChannel
{
    public string Route => ReplyRoutes.DirectLine;

    public async Task<SendResult> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var activity = ActivityJson.Read(row.Activity);
        var conversationId = activity.Conversation!.Id!;
        await store.WriteAsync(db => WriteAsync(db, row, activity, conversationId), cancellationToken);
        sockets.Stored(conversationId);
        return new SendResult.Sent();
    }

    public Task<string?> ShowAsync(Activity passing, CancellationToken cancellationToken)
    {
        sockets.Show(passing.Conversation!.Id!, ActivityJson.Write(passing));
        return Task.FromResult(passing.Id);
    }

    /// <summary>Web Chat wants the first chunk's own id for the stream's.</summary>
    public StreamRules? StreamingFor(Activity activity) => new(Interval: TimeSpan.Zero, NamesItself: false);

    public async Task ForgetAsync(PracticeDb db, Activity activity, string activityId)
    {
        var conversationId = activity.Conversation!.Id!;
        if (await DirectLineLog.FirstAsync(db, conversationId, activityId) is { } kept)
        {
            var said = ActivityJson.Read(kept);
            var blank = new Activity
            {
                Type = said.Type,
                Id = said.Id,
                Timestamp = said.Timestamp,
                ChannelId = said.ChannelId,
                Conversation = said.Conversation,
                From = said.From,
                Recipient = said.Recipient,
                Text = ChannelTexts.NotKept(activity.Locale),
                ChannelData = said.ClientActivityId is { } id ? new JsonObject { ["clientActivityID"] = id } : null,
            };
            await DirectLineLog.ReplaceAsync(db, conversationId, activityId, ActivityJson.Write(blank));
        }
    }

    private async Task<bool> WriteAsync(PracticeDb db, OutboxRow row, Activity activity, string conversationId)
    {
        if (!await OutboxRows.TrySentAsync(db, row.Sequence, channelActivityId: null, time.UnixNow()))
        {
            return false;
        }

        var stamped = activity with { Timestamp = await TimestampAsync(db, row, conversationId) };
        return await DirectLineLog.TryAppendAsync(db, conversationId, row.ActivityId, ActivityJson.Write(stamped));
    }

    // Clients order by timestamp: a reply belongs where it was sent, not where it was thought of, and what takes the place of
    // another stays in that place.
    private async Task<DateTimeOffset> TimestampAsync(PracticeDb db, OutboxRow row, string conversationId) =>
        row.Kind == OutboxKind.Update
        && await DirectLineLog.FirstAsync(db, conversationId, row.ActivityId) is { } first
        && ActivityJson.Read(first).Timestamp is { } timestamp
            ? timestamp
            : time.GetUtcNow();
}
