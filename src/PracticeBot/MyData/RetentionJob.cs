using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PracticeBot.Hosting;
using PracticeBot.Storage;

namespace PracticeBot.MyData;

/// <summary>Deletes what is older than it may be, soon after the start and then every hour.</summary>
internal sealed class RetentionJob(PracticeStore store, Erasure erasure, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionJob> logger) : BackgroundService
{
    /// <summary>So many at once: other writers wait no longer than a moment.</summary>
    private const int Batch = 100;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>One whole round.</summary>
    /// <returns>How many talks were deleted.</returns>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var now = time.UnixNow();
        var before = now - (long)options.Value.KeptFor.TotalMilliseconds;
        var talks = 0;
        int deleted;
        do
        {
            deleted = await store.WriteAsync(db => DeleteTalksAsync(db, before), cancellationToken);
            talks += deleted;
        }
        while (deleted == Batch);

        while (await store.WriteAsync(db => DeleteConversationsAsync(db, before), cancellationToken) == Batch)
        {
        }

        await store.WriteAsync(
            async db =>
            {
                await db.Inbox.Where(row => row.DoneAt < before).ExecuteDeleteAsync(cancellationToken);
                await db.Outbox.Where(row => row.SentAt < before || (row.Failed && row.DueAt < before)).ExecuteDeleteAsync(cancellationToken);
                await db.MessageFeedback.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
                await db.References.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
                await db.LinkCodes.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
                return await db.Learners
                    .Where(learner => learner.CreatedAt < before && !db.Sessions.Any(session => session.LearnerId == learner.Id)
                        && !db.Participants.Any(seat => seat.LearnerId == learner.Id) && !db.References.Any(row => row.LearnerId == learner.Id)
                        && !db.DirectLineConversations.Any(conversation => conversation.LearnerId == learner.Id))
                    .ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
        await erasure.CutLogAsync();
        return talks;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = First; ; pause = Pause)
        {
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                if (await PurgeAsync(stoppingToken) is > 0 and var talks)
                {
                    Log.Purged(logger, talks);
                }
            }
#pragma warning disable CA1031 // A store that can't be written now can be in an hour; the host serves on.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.PurgeFailed(logger, Faults.WithoutText(fault));
            }
        }
    }

    /// <summary>A talk is as old as its last turn, its end, or its beginning where nothing followed.</summary>
    private static async Task<int> DeleteTalksAsync(PracticeDb db, long before)
    {
        var old = await db.Sessions
            .Where(session => session.StartedAt < before && (session.EndedAt == null || session.EndedAt < before)
                && !db.Turns.Any(turn => turn.SessionId == session.Id && turn.At >= before))
            .OrderBy(session => session.StartedAt).Select(session => session.Id).Take(Batch).ToListAsync();
        await db.Turns.Where(turn => old.Contains(turn.SessionId)).ExecuteDeleteAsync();
        await db.Participants.Where(seat => old.Contains(seat.SessionId)).ExecuteDeleteAsync();
        await db.Sessions.Where(session => old.Contains(session.Id)).ExecuteDeleteAsync();
        return old.Count;
    }

    /// <summary>A conversation goes when none of its talks is left and nothing came in for as long.</summary>
    private static async Task<int> DeleteConversationsAsync(PracticeDb db, long before)
    {
        var old = await db.DirectLineConversations
            .Where(row => row.CreatedAt < before
                && !db.Sessions.Any(session => session.ConversationKey == "directline|" + row.Id)
                && !db.Inbox.Any(inbox => inbox.ConversationKey == "directline|" + row.Id && (inbox.DoneAt == null || inbox.ReceivedAt >= before)))
            .OrderBy(row => row.CreatedAt).Select(row => row.Id).Take(Batch).ToListAsync();
        await db.DirectLineActivities.Where(row => old.Contains(row.ConversationId)).ExecuteDeleteAsync();
        await db.DirectLineConversations.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync();
        return old.Count;
    }
}
