using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>The outbox's statements. Those that write belong into a transaction of <see cref="PracticeStore"/>.</summary>
internal static class OutboxRows
{
    /// <summary>Adds a row behind all others; one statement a row, since their order is what counts.</summary>
    public static Task AddAsync(PracticeDb db, OutboxRow row) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "outbox"
            ("ConversationKey", "Channel", "ActivityId", "Activity", "Kind", "TypingAt", "DueAt", "Attempts", "Failed")
        VALUES
            ({row.ConversationKey}, {row.Channel}, {row.ActivityId}, {row.Activity}, {row.Kind.ToString()}, {row.TypingAt},
             {row.DueAt}, 0, {false})
        """);

    public static Task<List<OutboxRow>> UnsentAsync(PracticeDb db, string key, CancellationToken cancellationToken) => db.Outbox
        .AsNoTracking()
        .Where(row => row.ConversationKey == key && row.SentAt == null && !row.Failed)
        .OrderBy(row => row.Sequence)
        .ToListAsync(cancellationToken);

    public static Task<bool> AnyUnsentAsync(PracticeDb db, string key) => db.Outbox
        .AnyAsync(row => row.ConversationKey == key && row.SentAt == null && !row.Failed);

    /// <summary>False where it was already sent: whoever sends by writing into this database must then write nothing.</summary>
    public static async Task<bool> TrySentAsync(PracticeDb db, long sequence, string? channelActivityId, long now)
    {
        var sent = await db.Outbox
            .Where(row => row.Sequence == sequence && row.SentAt == null)
            .ExecuteUpdateAsync(row => row
                .SetProperty(outbox => outbox.SentAt, now)
                .SetProperty(outbox => outbox.ChannelActivityId, channelActivityId)
                .SetProperty(outbox => outbox.Activity, string.Empty));
        return sent == 1;
    }

    /// <summary>What a channel calls an activity that was sent; null where it has not said.</summary>
    public static Task<string?> ChannelActivityIdAsync(
        PracticeDb db, string key, string activityId, CancellationToken cancellationToken) => db.Outbox
            .Where(row => row.ConversationKey == key && row.ActivityId == activityId && row.ChannelActivityId != null)
            .OrderBy(row => row.Sequence)
            .Select(row => row.ChannelActivityId)
            .FirstOrDefaultAsync(cancellationToken);

    public static Task PostponeAsync(PracticeDb db, long sequence, long nextAttemptAt) => db.Outbox
        .Where(row => row.Sequence == sequence)
        .ExecuteUpdateAsync(row => row
            .SetProperty(outbox => outbox.Attempts, outbox => outbox.Attempts + 1)
            .SetProperty(outbox => outbox.NextAttemptAt, nextAttemptAt));

    public static Task FailAsync(PracticeDb db, long sequence) => db.Outbox
        .Where(row => row.Sequence == sequence)
        .ExecuteUpdateAsync(row => row
            .SetProperty(outbox => outbox.Attempts, outbox => outbox.Attempts + 1)
            .SetProperty(outbox => outbox.Failed, true)
            .SetProperty(outbox => outbox.Activity, string.Empty));
}
