using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>The ways to write into a conversation of the connector without being asked. Who writes saves them with the turn.</summary>
internal static class References
{
    /// <summary>Keeps how the conversation of this activity is reached, as it is now.</summary>
    /// <returns>Null where the bot was taken out of it: then nothing of it is kept.</returns>
    public static async Task<StoredReference?> RememberAsync(TurnContext turn, long now, CancellationToken cancellationToken)
    {
        var (db, activity) = (turn.Db, turn.Activity);
        var known = await db.References.FindAsync([turn.ConversationKey], cancellationToken);
        if (IsFarewell(activity))
        {
            if (known is not null)
            {
                db.References.Remove(known);
            }

            return null;
        }

        var reference = ActivityJson.Write(activity.GetConversationReference() with { ActivityId = null });
        if (known is null)
        {
            known = new StoredReference { ConversationKey = turn.ConversationKey, Reference = reference, At = now };
            db.References.Add(known);
        }

        if (IsFromAPerson(activity))
        {
            known.LearnerId ??= activity.Conversation!.IsShared ? null : await Learners.OfAsync(db, activity, now, cancellationToken);
            known.Reference = reference;
            known.At = now;
        }

        return known;
    }

    /// <summary>The personal chat of a learner with the bot; null where there is none yet.</summary>
    public static async Task<ConversationReference?> PersonalAsync(PracticeDb db, string learnerId, CancellationToken cancellationToken)
    {
        var stored = await db.References.AsNoTracking().Where(row => row.LearnerId == learnerId).OrderByDescending(row => row.At)
            .Select(row => row.Reference).FirstOrDefaultAsync(cancellationToken);
        return stored is null ? null : Read(stored);
    }

    public static ConversationReference Read(string stored) => ActivityJson.ReadReference(stored);

    /// <summary>The channel says that nobody is there any more.</summary>
    public static Task<int> DropAsync(PracticeDb db, string key) => db.References.Where(row => row.ConversationKey == key).ExecuteDeleteAsync();

    /// <summary>The bot itself was removed, by whichever of the two ways a channel says so.</summary>
    private static bool IsFarewell(Activity activity) =>
        activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" or "remove-upgrade" }
        || (activity is { Type: ActivityTypes.ConversationUpdate, MembersRemoved: { } gone } && gone.Any(member => member.Id == activity.Recipient?.Id));

    private static bool IsFromAPerson(Activity activity) => activity.From?.Id is { Length: > 0 } from && from != activity.Recipient?.Id;
}
