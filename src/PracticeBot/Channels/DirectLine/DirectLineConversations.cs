using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Makes conversations; each has its own user id, so that no token speaks for another conversation's user.</summary>
internal sealed class DirectLineConversations(PracticeStore store, TimeProvider time)
{
    /// <summary>A conversation for a learner whom the web knows by a cookie.</summary>
    /// <returns>Null where the learner was deleted meanwhile: nothing of theirs may come to be again.</returns>
    public Task<DirectLineConversation?> AddAsync(string learnerId, CancellationToken cancellationToken) => store.WriteAsync(
        async db => await db.Learners.AnyAsync(learner => learner.Id == learnerId, cancellationToken) ? Add(db, NewUserId(), learnerId) : null,
        cancellationToken);

    /// <summary>A conversation for a user whom a trusted server names; unnamed, it is for someone new.</summary>
    public Task<DirectLineConversation> AddForUserAsync(string? userId, CancellationToken cancellationToken) => store.WriteAsync(
        async db =>
        {
            var user = userId ?? NewUserId();
            var learner = await Learners.OfKeyAsync(db, LearnerKey.OfUser(user), time.UnixNow(), cancellationToken);
            return Add(db, user, learner);
        },
        cancellationToken);

    private DirectLineConversation Add(PracticeDb db, string userId, string learnerId) => db.DirectLineConversations
        .Add(new DirectLineConversation { Id = Ids.New(), UserId = userId, LearnerId = learnerId, CreatedAt = time.UnixNow() })
        .Entity;

    private static string NewUserId() => DirectLineChannel.UserPrefix + Ids.New();
}
