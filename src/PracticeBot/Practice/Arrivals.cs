using PracticeBot.Channels;
using PracticeBot.Channels.Conversations;
using PracticeBot.Channels.Teams;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>
/// How the bot comes into a conversation of the connector and goes out of it. Channels tell of one arrival in several activities, in any
/// order and more than once; the bot introduces itself once.
/// </summary>
internal sealed class Arrivals(PracticeMessages messages, TimeProvider time)
{
    /// <summary>Keeps how the conversation is reached. Whoever speaks first needs no introduction any more.</summary>
    public async Task NoteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (ReplyRoutes.Of(turn.Activity) != ReplyRoutes.Connector)
        {
            return;
        }

        var reference = await References.RememberAsync(turn, time.UnixNow(), cancellationToken);
        if (reference is { WelcomedAt: null } && turn.Activity.Type == ActivityTypes.Message)
        {
            reference.WelcomedAt = time.UnixNow();
        }
    }

    /// <summary>The bot was installed, or somebody and the bot came together.</summary>
    public async Task WelcomeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turn.Db.References.FindAsync([turn.ConversationKey], cancellationToken) is { WelcomedAt: null } reference)
        {
            reference.WelcomedAt = time.UnixNow();
            turn.Send(turn.Activity.Conversation!.IsShared ? messages.Say("WelcomeGroup") : messages.Welcome());
        }
    }

    /// <summary>What a learner thought of a message.</summary>
    /// <returns>False where the activity holds nothing of the kind.</returns>
    public async Task<bool> KeepFeedbackAsync(TurnContext turn, PracticeSession? session, CancellationToken cancellationToken)
    {
        if (TeamsInbound.Feedback(turn.Activity) is not var (reaction, words))
        {
            return false;
        }

        var now = time.UnixNow();
        var about = turn.Activity.ReplyToId ?? string.Empty;
        turn.Db.MessageFeedback.Add(new MessageFeedback
        {
            Id = Ids.New(),
            LearnerId = await Learners.OfAsync(turn.Db, turn.Activity, now, cancellationToken),
            SessionId = session?.Id,
            ActivityId = await OutboxRows.OurIdAsync(turn.Db, turn.ConversationKey, about, cancellationToken) ?? about,
            Reaction = reaction,
            Words = words,
            At = now,
        });
        return true;
    }
}
