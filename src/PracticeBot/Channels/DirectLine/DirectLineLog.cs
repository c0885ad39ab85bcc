using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>The statements on what clients see. Those that write belong into a transaction of <see cref="PracticeStore"/>.</summary>
internal static class DirectLineLog
{
    /// <summary>Activities in a frame.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Adds behind all others; false where the conversation was erased, which must not come back by a late reply.</summary>
    public static async Task<bool> TryAppendAsync(PracticeDb db, string conversationId, string activityId, string json)
    {
        var added = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "direct_line_activities" ("ConversationId", "Sequence", "ActivityId", "Activity")
            SELECT {conversationId},
                   (SELECT COALESCE(MAX("Sequence"), 0) + 1 FROM "direct_line_activities" WHERE "ConversationId" = {conversationId}),
                   {activityId},
                   {json}
            FROM "direct_line_conversations" WHERE "Id" = {conversationId}
            """);
        return added == 1;
    }

    /// <summary>What came behind a watermark, in order; as much as makes one frame.</summary>
    public static Task<List<DirectLineActivity>> ReadAsync(
        PracticeDb db, string conversationId, long watermark, CancellationToken cancellationToken) => db.DirectLineActivities
            .AsNoTracking()
            .Where(row => row.ConversationId == conversationId && row.Sequence > watermark)
            .OrderBy(row => row.Sequence)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Where a client with this watermark goes on. One that is ahead of everything (the store was put back to an earlier day) goes on
    /// behind the last activity: it would hear nothing for ever.
    /// </summary>
    public static async Task<long> WithinAsync(PracticeDb db, string conversationId, long watermark, CancellationToken cancellationToken) =>
        watermark == 0
            ? 0
            : Math.Min(watermark, await db.DirectLineActivities
                .Where(row => row.ConversationId == conversationId)
                .MaxAsync(row => (long?)row.Sequence, cancellationToken) ?? 0);

    public static Task ReplaceAsync(PracticeDb db, string conversationId, string activityId, string json) => db.Database.ExecuteSqlAsync($"""
        UPDATE "direct_line_activities" SET "Activity" = {json}
        WHERE "ConversationId" = {conversationId} AND "ActivityId" = {activityId}
        """);

    /// <summary>The activity as it was sent first.</summary>
    public static Task<string?> FirstAsync(PracticeDb db, string conversationId, string activityId) => db.DirectLineActivities
        .Where(row => row.ConversationId == conversationId && row.ActivityId == activityId)
        .OrderBy(row => row.Sequence)
        .Select(row => row.Activity)
        .FirstOrDefaultAsync();
}
