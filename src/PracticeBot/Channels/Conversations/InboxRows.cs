using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>The inbox's statements. Those that write belong into a transaction of <see cref="PracticeStore"/>.</summary>
internal static class InboxRows
{
    private const int MostAtOnce = 64;

    /// <summary>Takes an activity in; false where one with its id, or its client's id, is there already.</summary>
    public static async Task<bool> TryAddAsync(PracticeDb db, Activity activity, string json, long now)
    {
        var added = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "inbox" ("ConversationKey", "ActivityId", "ClientActivityId", "Activity", "ReceivedAt", "Attempts")
            VALUES ({ConversationKey.Of(activity)}, {activity.Id}, {activity.ClientActivityId}, {json}, {now}, 0)
            ON CONFLICT DO NOTHING
            """);
        return added == 1;
    }

    /// <summary>The id under which an activity was taken in already, done or not.</summary>
    public static Task<string?> FindAsync(PracticeDb db, string key, string activityId, string? clientActivityId) => db.Inbox
        .Where(row => row.ConversationKey == key
            && (row.ActivityId == activityId || (clientActivityId != null && row.ClientActivityId == clientActivityId)))
        .Select(row => row.ActivityId)
        .FirstOrDefaultAsync();

    /// <summary>What is accepted and not done in a conversation, in order.</summary>
    public static Task<List<InboxRow>> UndoneAsync(PracticeDb db, string key, CancellationToken cancellationToken) => db.Inbox
        .AsNoTracking()
        .Where(row => row.ConversationKey == key && row.DoneAt == null)
        .OrderBy(row => row.Sequence)
        .Take(MostAtOnce)
        .ToListAsync(cancellationToken);

    /// <summary>Marks activities as done and forgets what was said: that is kept elsewhere, or not at all.</summary>
    /// <exception cref="InvalidOperationException">Someone else did one of them: this transaction must not stand.</exception>
    public static async Task DoneAsync(PracticeDb db, string key, IEnumerable<string> activityIds, long now)
    {
        foreach (var id in activityIds)
        {
            var done = await db.Database.ExecuteSqlAsync($"""
                UPDATE "inbox" SET "DoneAt" = {now}, "Activity" = ''
                WHERE "ConversationKey" = {key} AND "ActivityId" = {id} AND "DoneAt" IS NULL
                """);
            if (done != 1)
            {
                throw new InvalidOperationException("An activity of this turn was already done.");
            }
        }
    }

    public static Task<int> CountFailureAsync(PracticeDb db, long sequence) => db.Inbox
        .Where(row => row.Sequence == sequence)
        .ExecuteUpdateAsync(row => row.SetProperty(inbox => inbox.Attempts, inbox => inbox.Attempts + 1));
}
