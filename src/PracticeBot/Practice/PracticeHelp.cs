using Microsoft.Extensions.Localization;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Coaching;
using PracticeBot.Models.Coaching;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>What a learner may ask for beside the talk: a hint before a reply, one way to meet the moment after it.</summary>
internal sealed class PracticeHelp(PracticeSessions sessions, PracticeMessages messages, ModelCoach coach, IStringLocalizer<ChatText> text)
{
    /// <summary>The next hint at the moment that waits; after the last one the last again.</summary>
    public async Task<Activity> HintAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken)
    {
        var (encounter, _) = await sessions.ResumeAsync(db, session, cancellationToken);
        session.HintsShown = Math.Min(session.HintsShown + 1, Hint.Steps);
        return PracticeMessages.Coach(HintAt(encounter, session.HintsShown, text));
    }

    /// <param name="step">1 to <see cref="Hint.Steps"/>.</param>
    public static string HintAt(Encounter encounter, int step, IStringLocalizer<ChatText> text)
    {
        var name = ClientText.Plain(encounter.Persona.Name);
        return HintPolicy.For(encounter.Persona, encounter.State, encounter.Lines, step) switch
        {
            Hint.WhereToLook look => text[look.IsGesture ? "HintLookGesture" : "HintLookWords", name, ClientText.Plain(look.Words)],
            Hint.KindOfFeeling kind => text[$"HintKind{kind.Kind}"],
            Hint.StemToBeginWith stem => text[$"HintStem{stem.Kind}"],
            Hint.BetweenYou between => text[$"HintBetween{between.Step}", name],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A reply that meets the moment of the last reply, or of the one named.</summary>
    public async Task<Activity> ExampleAsync(PracticeDb db, PracticeSession session, string? turnId, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(db, session, cancellationToken);
        var newest = await PracticeSessions.NewestTurnAsync(db, session, turnId, cancellationToken);
        if (newest is null)
        {
            return messages.Say("ExampleAfterFirst", ClientText.Plain(persona.Name));
        }

        var branch = await PracticeSessions.BranchAsync(db, session, newest.Id, cancellationToken);
        if (session is { EndedAt: null } && GuidedFeedback.Plan(session, branch, persona, ratesFirst: session.Question is not null).IsWithheld)
        {
            return messages.Say("ExampleLater");
        }

        var before = await sessions.BeforeAsync(db, session, newest, cancellationToken);
        var example = await coach.ExampleAsync(before, newest.Reply, cancellationToken) ?? ModelReply.For(persona, before.State, text);
        return messages.Say("Example", ClientText.Plain(example));
    }
}
