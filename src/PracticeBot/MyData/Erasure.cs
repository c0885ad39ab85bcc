using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Storage;

namespace PracticeBot.MyData;

/// <summary>
/// Deletes all that is kept of a learner, in one transaction. A turn of theirs that runs meanwhile in another conversation can't leave
/// anything behind: it is saved only together with its mark in the inbox, and that is gone, so that the whole of it is rolled back.
/// </summary>
internal sealed class Erasure(PracticeStore store, DirectLineSockets sockets)
{
    /// <param name="conversationKey">The conversation in which it was asked for, known to be the learner's though nothing may stand in it.</param>
    public async Task RunAsync(string learnerId, string conversationKey)
    {
        var keys = await store.WriteAsync(db => DeleteAsync(db, learnerId, conversationKey), CancellationToken.None);
        foreach (var key in keys.Where(key => key != conversationKey))
        {
            Close(key);
        }

        // What is deleted is overwritten (secure_delete); copies that the file kept where its pages were split, and the log, go with these.
        await store.WriteOneAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM"), CancellationToken.None);
        await CutLogAsync();
    }

    /// <summary>The write-ahead log holds what was written as it was, deleted since or not. Where a reader holds it, the next time does it.</summary>
    public Task CutLogAsync() => store.WriteOneAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"), CancellationToken.None);

    /// <summary>Shows out whoever looks at a conversation that is gone.</summary>
    public void Close(string conversationKey)
    {
        var prefix = DirectLineChannel.Key(string.Empty);
        if (conversationKey.StartsWith(prefix, StringComparison.Ordinal))
        {
            sockets.Close(conversationKey[prefix.Length..]);
        }
    }

    private static async Task<List<string>> DeleteAsync(PracticeDb db, string learnerId, string conversationKey)
    {
        var conversations = await db.DirectLineConversations.Where(row => row.LearnerId == learnerId).Select(row => row.Id).ToListAsync();
        await LeaveSharedTalksAsync(db, learnerId);
        var chats = await db.References.Where(row => row.LearnerId == learnerId).Select(row => row.ConversationKey).ToListAsync();
        var talks = await db.Sessions.Where(row => row.LearnerId == learnerId).Select(row => new { row.Id, row.ConversationKey }).ToListAsync();
        var sessions = talks.Select(talk => talk.Id).ToList();
        List<string> keys =
        [
            .. talks.Select(talk => talk.ConversationKey).Concat(conversations.Select(DirectLineChannel.Key)).Concat(chats).Append(conversationKey).Distinct(StringComparer.Ordinal),
        ];

        await db.Turns.Where(row => sessions.Contains(row.SessionId)).ExecuteDeleteAsync();
        await db.Sessions.Where(row => row.LearnerId == learnerId).ExecuteDeleteAsync();
        await db.DirectLineActivities.Where(row => conversations.Contains(row.ConversationId)).ExecuteDeleteAsync();
        await db.DirectLineConversations.Where(row => row.LearnerId == learnerId).ExecuteDeleteAsync();
        await db.Inbox.Where(row => keys.Contains(row.ConversationKey)).ExecuteDeleteAsync();
        await db.Outbox.Where(row => keys.Contains(row.ConversationKey)).ExecuteDeleteAsync();
        await db.References.Where(row => row.LearnerId == learnerId).ExecuteDeleteAsync();
        await db.MessageFeedback.Where(row => row.LearnerId == learnerId).ExecuteDeleteAsync();
        await db.LinkCodes.Where(row => row.LearnerId == learnerId).ExecuteDeleteAsync();
        await db.Learners.Where(row => row.Id == learnerId).ExecuteDeleteAsync();
        return keys;
    }

    /// <summary>
    /// A talk that others share goes on without this learner: their words go, and the client's answers to them, which may repeat them; who
    /// began it is somebody else. A talk in which nobody else is left is theirs alone.
    /// </summary>
    private static async Task LeaveSharedTalksAsync(PracticeDb db, string learnerId)
    {
        await db.Turns.Where(row => row.LearnerId == learnerId && db.Participants.Any(seat => seat.SessionId == row.SessionId && seat.LearnerId != learnerId))
            .ExecuteUpdateAsync(row => row
                .SetProperty(turn => turn.Reply, string.Empty)
                .SetProperty(turn => turn.ClientLine, (string?)null)
                .SetProperty(turn => turn.Assessment, (string?)null)
                .SetProperty(turn => turn.AssessorWork, (string?)null)
                .SetProperty(turn => turn.VoiceWork, (string?)null)
                .SetProperty(turn => turn.LearnerId, (string?)null));
        await db.Participants.Where(seat => seat.LearnerId == learnerId).ExecuteDeleteAsync();
        await db.Sessions.Where(row => row.HolderId == learnerId)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.HolderId, (string?)null).SetProperty(session => session.HolderUntil, (long?)null));
        await db.Sessions.Where(row => row.LearnerId == learnerId && db.Participants.Any(seat => seat.SessionId == row.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(
                session => session.LearnerId,
                session => db.Participants.Where(seat => seat.SessionId == session.Id).OrderBy(seat => seat.Seat).Select(seat => seat.LearnerId).First()));
    }
}
