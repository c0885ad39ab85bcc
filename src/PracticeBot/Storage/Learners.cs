using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Storage;

/// <summary>Finds the learner behind an activity.</summary>
public static class Learners
{
    /// <summary>
    /// Who wrote this. Someone who was not seen before is added to the context and saved with it; on Direct Line the conversation
    /// knows its learner.
    /// </summary>
    public static async Task<string> OfAsync(PracticeDb db, Activity activity, long now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(activity);
        if (ReplyRoutes.Of(activity) == ReplyRoutes.DirectLine)
        {
            return await db.DirectLineConversations
                .Where(conversation => conversation.Id == activity.Conversation!.Id)
                .Select(conversation => conversation.LearnerId)
                .SingleAsync(cancellationToken);
        }

        return await OfKeyAsync(db, LearnerKey.Of(activity), now, cancellationToken);
    }

    internal static async Task<string> OfKeyAsync(PracticeDb db, string key, long now, CancellationToken cancellationToken)
    {
        // One who was added a moment ago, in this very turn, is in no table yet.
        var known = db.Learners.Local.FirstOrDefault(learner => learner.Key == key)?.Id ?? await db.Learners.Where(learner => learner.Key == key).Select(learner => learner.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return known ?? db.Learners.Add(new Learner { Id = Ids.New(), Key = key, CreatedAt = now }).Entity.Id;
    }
}
