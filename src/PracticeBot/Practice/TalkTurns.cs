using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Ruptures;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>What happens in a talk: a reply is played and kept, a moment is taken again, the talk ends.</summary>
internal sealed class TalkTurns(
    TurnPipeline pipeline,
    PracticeSessions sessions,
    PracticeMessages messages,
    PracticeCards cards,
    PracticeLinks links,
    ClientLines lines,
    GuidedFeedback guided)
{
    /// <summary>Attempts at the one moment of a drill.</summary>
    private const int DrillAttempts = 3;

    /// <summary>The main road: play the turn, keep it, send the client's line and, in guided mode, the feedback.</summary>
    public async Task ReplyAsync(TurnContext turn, PracticeSession session, string reply, CancellationToken cancellationToken)
    {
        var isGuided = session.Mode == PracticeMode.Guided.Code();
        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        await using var stage = lines.StageFor(turn, encounter);
        var played = await pipeline.PlayAsync(encounter, reply, stage, cancellationToken);
        if (played.Line is null)
        {
            var reason = played.Result is AssessmentResult.Unavailable unavailable ? unavailable.Reason : UnavailableReason.Unreadable;
            turn.Send(messages.InTalk(session, messages.Say(reason.ToString(), encounter.Persona.Name)));
            return;
        }

        var earlier = await PracticeSessions.AttemptsAsync(turn.Db, session, session.HeadTurnId, cancellationToken);
        await guided.CloseAsync(turn, session, encounter.Persona, cancellationToken);
        var kept = sessions.Keep(turn.Db, session, depth + 1, earlier.Count + 1, turn.Handled[^1].Id!, played);
        var plan = isGuided ? await PlanAsync(turn, session, encounter, kept, cancellationToken) : null;
        var practice = PracticeObject.Of(session.Id, kept.Id, kept.Depth, kept.Attempt, encounter.Persona, played);
        lines.Send(
            turn, encounter.Persona, played.Line.Text, plan is { IsWithheld: false } ? practice : practice.Withheld(), played.After.Distress,
            plan is null or { IsSilent: true } ? messages.DuringTalk(session.Kind) : null, stage);

        if (played.After.HasLeft)
        {
            sessions.End(session, EndReasons.ClientLeft);
            await SendDebriefAsync(turn, session, cancellationToken);
            return;
        }

        var drill = session.Kind == PracticeKind.Drill ? Drilled(session, encounter, kept.Attempt) : null;
        if (plan is not null)
        {
            guided.Send(turn, session, encounter.Persona, plan, GuidedFeedback.Compared([.. earlier, kept]), drill);
        }
    }

    private static async Task<FeedbackPlan> PlanAsync(
        TurnContext turn, PracticeSession session, Encounter before, PracticeTurn kept, CancellationToken cancellationToken)
    {
        var learner = await turn.Db.Learners.FindAsync([session.LearnerId], cancellationToken);
        // Without a rupture behind it, the turn itself is all that can matter.
        IReadOnlyList<PracticeTurn> recent = before.State.Rupture is RuptureState.None
            ? [kept]
            : await PracticeSessions.RecentAsync(turn.Db, kept, before.Persona.Rubric.RepliesToNotice, cancellationToken);
        return GuidedFeedback.Plan(session, recent, before.Persona, learner is { RatesFirst: true });
    }

    /// <summary>After an attempt of a drill the same moment waits again, until the last one.</summary>
    private string Drilled(PracticeSession session, Encounter before, int attempt)
    {
        if (attempt >= DrillAttempts)
        {
            sessions.End(session, EndReasons.DrillDone);
            return cards.DrillDone;
        }

        PracticeSessions.GoBackToStart(session, before.State);
        return cards.DrillAttempt(attempt, DrillAttempts, before.Lines[^1]);
    }

    /// <summary>The client says again what she had said, and nothing of what followed has happened.</summary>
    public async Task AgainAsync(TurnContext turn, PracticeSession session, string? turnId, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(turn.Db, session, cancellationToken);
        await guided.CloseAsync(turn, session, persona, cancellationToken);
        var fresh = pipeline.Begin(persona, session.Seed, session.FirstLayer);
        if (!await PracticeSessions.GoBackAsync(turn.Db, session, fresh, turnId, cancellationToken))
        {
            turn.Send(messages.InTalk(session, messages.Say("NothingToTakeAgain", persona.Name)));
            return;
        }

        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        var practice = new PracticeObject { Session = session.Id, Id = session.HeadTurnId ?? session.Id, Turn = depth, Attempt = 1, Persona = session.PersonaId };
        lines.Send(turn, persona, encounter.Lines[^1], practice, encounter.State.Distress, messages.DuringTalk(session.Kind));
    }

    /// <summary>A stop that arrives while the client speaks has done its work by the time that it is heard.</summary>
    public static async Task<string> AfterStopAsync(TurnContext turn, PracticeSession? session, CancellationToken cancellationToken)
    {
        var last = session?.HeadTurnId is { } head ? await turn.Db.Turns.FindAsync([head], cancellationToken) : null;
        return last?.WasStopped() == true ? "Stopped" : "NothingToStop";
    }

    public async Task ResumeAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        if (session.PausedAt is null)
        {
            turn.Send(messages.InTalk(session, messages.Say("NotPaused")));
            return;
        }

        session.PausedAt = null;
        var (encounter, _) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        turn.Send(messages.InTalk(session, PracticeMessages.Coach($"{messages.Text("Resumed", encounter.Persona.Name)}\n\n{ClientText.ToMarkdown(encounter.Lines[^1])}")));
    }

    /// <summary>The answer on a question's card.</summary>
    /// <returns>False where that question is not open, or the answer is none.</returns>
    public async Task<bool> AnswerAsync(TurnContext turn, PracticeSession session, CardPress answer, CancellationToken cancellationToken) =>
        await guided.AnswerAsync(turn, session, await sessions.PersonaOfAsync(turn.Db, session, cancellationToken), answer, cancellationToken);

    public async Task SendDebriefAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(turn.Db, session, cancellationToken);
        var branch = await PracticeSessions.BranchAsync(turn.Db, session, cancellationToken);
        var look = LookBack.On(persona, session, branch);
        var address = await links.ToAsync(turn, session.LearnerId, $"/sessions/{session.Id}", cancellationToken);
        turn.Send(cards.Debrief(look, session.Id, address) with { SuggestedActions = messages.AfterTalk(persona.Name, session.PersonaId) });
    }

    /// <summary>The learner leaves: a reply that was held is kept nowhere, what was asked is told, and the talk is over.</summary>
    public async Task LeaveAsync(TurnContext turn, PracticeSession session, string reason, CancellationToken cancellationToken)
    {
        if (session.HeldReplyActivityId is { } held)
        {
            turn.Forget(held);
        }

        if (session.Question is not null)
        {
            await guided.CloseAsync(turn, session, await sessions.PersonaOfAsync(turn.Db, session, cancellationToken), cancellationToken);
        }

        sessions.End(session, reason);
    }
}
