using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels.Conversations;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Takes activities in: into the inbox for the bot and into the log for the clients' echo, both or neither.</summary>
internal sealed class DirectLineInbox(
    PracticeStore store, ConversationWorker worker, DirectLineSockets sockets, IgnoredActivities ignored, TimeProvider time)
{
    private const int MostUnanswered = 20;

    private static readonly Refusal TooManyUnanswered = new(
        StatusCodes.Status400BadRequest, "TooManyUnanswered",
        $"{MostUnanswered} messages of this conversation wait for an answer; send more when it has come.");

    /// <summary>Tells the bot once that someone is there.</summary>
    /// <param name="origin">Scheme, host and port under which the client reached this host.</param>
    /// <returns>False where it was told already.</returns>
    public async Task<bool> StartAsync(DirectLineConversation conversation, string? locale, string origin, CancellationToken cancellationToken)
    {
        await RememberAsync(conversation, origin, cancellationToken);
        var user = new ChannelAccount { Id = conversation.UserId, Role = RoleTypes.User };
        var update = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            Id = StartId(conversation.Id),
            Timestamp = time.GetUtcNow(),
            ChannelId = DirectLineChannel.Id,
            Conversation = new ConversationAccount { Id = conversation.Id },
            From = user,
            Recipient = DirectLineChannel.Bot,
            Locale = locale,
            MembersAdded = [DirectLineChannel.Bot, user],
        };
        var isNew = await store.WriteAsync(
            async db =>
                // Deleted since it was found, it must not come back.
                await db.DirectLineConversations.AnyAsync(row => row.Id == conversation.Id, cancellationToken)
                && await InboxRows.TryAddAsync(db, update, ActivityJson.Write(update), time.UnixNow()),
            cancellationToken);
        worker.Arrived(DirectLineChannel.Key(conversation.Id), update);
        return isNew;
    }

    /// <summary>Takes in what a client may send; other types pass unheeded. A client that sends it again gets the first one's id.</summary>
    public async Task<Checked<string>> AcceptAsync(
        Activity sent, DirectLineConversation conversation, string origin, CancellationToken cancellationToken)
    {
        await RememberAsync(conversation, origin, cancellationToken);
        if (sent.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.EndOfConversation))
        {
            ignored.Count(DirectLineChannel.Id);
            return Ids.New();
        }

        var hadFiles = sent.Attachments is { Count: > 0 };
        var activity = sent with
        {
            Id = string.IsNullOrEmpty(sent.Id) ? Ids.New() : sent.Id,
            Timestamp = time.GetUtcNow(),
            ChannelId = DirectLineChannel.Id,
            ServiceUrl = null,
            Conversation = new ConversationAccount { Id = conversation.Id },
            From = new ChannelAccount { Id = conversation.UserId, Name = sent.From?.Name, Role = RoleTypes.User },
            Recipient = DirectLineChannel.Bot,
            Attachments = null,
        };
        var accepted = await store.WriteAsync(db => AcceptAsync(db, activity, hadFiles), cancellationToken);
        sockets.Stored(conversation.Id);
        worker.Arrived(DirectLineChannel.Key(conversation.Id), activity);
        return accepted;
    }

    /// <summary>Links in the chat lead to the site under which the client reached this host last.</summary>
    private async Task RememberAsync(DirectLineConversation conversation, string origin, CancellationToken cancellationToken)
    {
        if (conversation.Origin != origin)
        {
            await store.WriteOneAsync(
                db => db.DirectLineConversations.Where(row => row.Id == conversation.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.Origin, origin), cancellationToken),
                cancellationToken);
        }
    }

    private async Task<Checked<string>> AcceptAsync(PracticeDb db, Activity activity, bool hadFiles)
    {
        var conversationId = activity.Conversation!.Id!;
        var key = DirectLineChannel.Key(conversationId);
        if (await InboxRows.FindAsync(db, key, activity.Id!, activity.ClientActivityId) is { } known)
        {
            return known;
        }

        if (activity.Type == ActivityTypes.Message && await UnansweredAsync(db, key, conversationId) >= MostUnanswered)
        {
            return TooManyUnanswered;
        }

        var json = ActivityJson.Write(activity);
        if (!await DirectLineLog.TryAppendAsync(db, conversationId, activity.Id!, json))
        {
            return DirectLineAccess.NoConversation;
        }

        await InboxRows.TryAddAsync(db, activity, json, time.UnixNow());
        if (hadFiles)
        {
            await SayThatFilesWereDroppedAsync(db, activity);
        }

        return activity.Id!;
    }

    /// <summary>What waits in the inbox, and what was handled but whose answer has not gone out.</summary>
    private static async Task<int> UnansweredAsync(PracticeDb db, string key, string conversationId)
    {
        var start = StartId(conversationId);
        var counts = await db.Database.SqlQuery<int>($"""
            SELECT (SELECT COUNT(*) FROM "inbox" WHERE "ConversationKey" = {key} AND "DoneAt" IS NULL AND "ActivityId" <> {start})
                 + (SELECT COUNT(*) FROM (SELECT 1 FROM "outbox" WHERE "ConversationKey" = {key} AND "SentAt" IS NULL AND NOT "Failed" LIMIT 1))
                 AS "Value"
            """).ToListAsync();
        return counts[0];
    }

    private async Task SayThatFilesWereDroppedAsync(PracticeDb db, Activity activity)
    {
        // Files without a word are no reply: the bot hears nothing of them, least of all a silence.
        if (string.IsNullOrWhiteSpace(activity.Text) && activity.Value is null)
        {
            await InboxRows.DoneAsync(db, ConversationKey.Of(activity), [activity.Id!], time.UnixNow());
        }

        var notice = Reply.To(activity, new Activity
        {
            Id = Ids.New(), Timestamp = time.GetUtcNow(), Text = ChannelTexts.FilesDropped(activity.Locale),
        });
        await DirectLineLog.TryAppendAsync(db, activity.Conversation!.Id!, notice.Id!, ActivityJson.Write(notice));
    }

    private static string StartId(string conversationId) => $"{conversationId}-start";
}
