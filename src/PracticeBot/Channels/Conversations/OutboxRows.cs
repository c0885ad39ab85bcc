using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>The outbox's statements. Those that write belong into a transaction of <see cref="PracticeStore"/>.</summary>
internal static class OutboxRows
{
    /// <summary>Adds rows behind all others; one statement a row, since their order is what counts.</summary>
    public static async Task AddAsync(PracticeDb db, IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            var sequences = await db.Database.SqlQuery<long>($"""
                INSERT INTO "outbox"
                    ("ConversationKey", "Channel", "ActivityId", "Activity", "Kind", "TypingAt", "DueAt", "Attempts", "Failed")
                VALUES
                    ({row.ConversationKey}, {row.Channel}, {row.ActivityId}, {row.Activity}, {row.Kind.ToString()}, {row.TypingAt},
                     {row.DueAt}, 0, {false})
                RETURNING "Sequence" AS "Value"
                """).ToListAsync();
            row.Sequence = sequences[0];
        }
    }

    public static Task<List<OutboxRow>> UnsentAsync(PracticeDb db, string key, CancellationToken cancellationToken) => db.Outbox
        .AsNoTracking()
        .Where(row => row.ConversationKey == key && row.SentAt == null && !row.Failed)
        .OrderBy(row => row.Sequence)
        .ToListAsync(cancellationToken);

    /// <summary>False where it was already sent: whoever sends by writing into this database must then write nothing.</summary>
    public static async Task<bool> TrySentAsync(PracticeDb db, long sequence, string? channelActivityId, long now)
    {
        var sent = await db.Database.ExecuteSqlAsync($"""
            UPDATE "outbox" SET "SentAt" = {now}, "ChannelActivityId" = {channelActivityId}, "Activity" = ''
            WHERE "Sequence" = {sequence} AND "SentAt" IS NULL
            """);
        return sent == 1;
    }

    /// <summary>What a channel calls an activity that was sent; null where it has not said.</summary>
    public static Task<string?> ChannelActivityIdAsync(
        PracticeDb db, string key, string activityId, CancellationToken cancellationToken) => db.Outbox
            .Where(row => row.ConversationKey == key && row.ActivityId == activityId && row.ChannelActivityId != null)
            .OrderBy(row => row.Sequence)
            .Select(row => row.ChannelActivityId)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What we call an activity that the channel names; null where it is none of ours.</summary>
    public static Task<string?> OurIdAsync(PracticeDb db, string key, string channelActivityId, CancellationToken cancellationToken) => db.Outbox
        .Where(row => row.ConversationKey == key && row.ChannelActivityId == channelActivityId)
        .Select(row => row.ActivityId)
        .FirstOrDefaultAsync(cancellationToken);

    public static Task<int> PostponeAsync(PracticeDb db, long sequence, long nextAttemptAt) => db.Outbox
        .Where(row => row.Sequence == sequence)
        .ExecuteUpdateAsync(row => row
            .SetProperty(outbox => outbox.Attempts, outbox => outbox.Attempts + 1)
            .SetProperty(outbox => outbox.NextAttemptAt, nextAttemptAt));

    public static Task<int> FailAsync(PracticeDb db, long sequence) => db.Outbox
        .Where(row => row.Sequence == sequence)
        .ExecuteUpdateAsync(row => row
            .SetProperty(outbox => outbox.Attempts, outbox => outbox.Attempts + 1)
            .SetProperty(outbox => outbox.Failed, true)
            .SetProperty(outbox => outbox.Activity, string.Empty));
}
