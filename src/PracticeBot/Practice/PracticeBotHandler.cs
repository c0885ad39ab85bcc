using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>The bot: commands and replies of a practice conversation. What it adds to the turn is stored and sent as one.</summary>
internal sealed class PracticeBotHandler(
    TurnPipeline pipeline,
    PersonaLibrary library,
    PracticeSessions sessions,
    PracticeMessages messages,
    PracticeCards cards,
    IOptions<PracticeOptions> options,
    TimeProvider time) : ActivityHandler
{
    protected override async Task OnMessageActivityAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        var message = LearnerMessage.Of(turnContext.Activity);
        var session = await PracticeSessions.NewestAsync(turnContext, cancellationToken);

        if (message.IsForeignCard)
        {
            turnContext.Send(messages.Say("ForeignCard"));
            return;
        }

        if (message.Card is { } press && !press.Belongs(session))
        {
            turnContext.Send(messages.Say("StaleCard"));
            return;
        }

        // A slash before it must not keep a learner's own risk from being seen.
        if (ChatCommand.TryParse(message.Card?.Command ?? message.Text, id => library.Find(id) is not null, out var command)
            && !(command.Kind == CommandKind.Unknown && RiskScreen.Find(message.Text) is not null))
        {
            await RunAsync(turnContext, session, command, message.Card?.Turn, cancellationToken);
        }
        else if (message.Card is not null)
        {
            turnContext.Send(messages.Say("ForeignCard"));
        }
        else
        {
            await HearAsync(turnContext, session, message.Text, cancellationToken);
        }
    }

    private async Task RunAsync(TurnContext turn, PracticeSession? session, ChatCommand command, string? turnId, CancellationToken cancellationToken)
    {
        switch (command.Kind)
        {
            case CommandKind.Start:
                await StartAsync(turn, session, command.Argument, cancellationToken);
                return;
            case CommandKind.Personas:
                turn.Send(messages.Personas(library.All));
                return;
            case CommandKind.Help:
                turn.Send(InTalk(session, messages.Help()));
                return;
            case CommandKind.NotHere:
                turn.Send(InTalk(session, messages.Help("NotHere")));
                return;
            case CommandKind.Unknown:
                turn.Send(InTalk(session, messages.Help("UnknownCommand")));
                return;
            case CommandKind.Again when session is { PausedAt: null, HeldReply: null }:
                await AgainAsync(turn, session, turnId, cancellationToken);
                return;
        }

        if (session is null or { EndedAt: not null })
        {
            SendMenu(turn, session);
            return;
        }

        switch (command.Kind)
        {
            case CommandKind.Again:
                await HearAsync(turn, session, string.Empty, cancellationToken);
                return;
            case CommandKind.Silence:
                await HearAsync(turn, session, string.Empty, cancellationToken);
                return;
            case CommandKind.Pause:
                sessions.Pause(session);
                turn.Send(messages.Paused("Paused", NameOf(session)));
                return;
            case CommandKind.Resume:
                await ResumeAsync(turn, session, cancellationToken);
                return;
            case CommandKind.FeedbackOn:
            case CommandKind.FeedbackOff:
                var guided = command.Kind == CommandKind.FeedbackOn;
                session.Mode = (guided ? PracticeMode.Guided : PracticeMode.Quiet).Code();
                turn.Send(InTalk(session, messages.Say(guided ? "FeedbackOn" : "FeedbackOff")));
                return;
            case CommandKind.End:
                LetGoOfHeld(turn, session);
                sessions.End(session, EndReasons.Learner);
                await SendDebriefAsync(turn, session, cancellationToken);
                return;
            case CommandKind.PartOfRolePlay:
                await GoOnAfterSafetyAsync(turn, session, cancellationToken);
                return;
            case CommandKind.StopHere when session.HeldReply is null:
                turn.Send(InTalk(session, messages.Say("SafetyNothingHeld")));
                return;
            case CommandKind.StopHere:
                LetGoOfHeld(turn, session);
                sessions.End(session, EndReasons.Safety);
                turn.Send(messages.Menu(NameOf(session), session.PersonaId, messages.Text("SafetyStopped")));
                return;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Words that are no command: the first ones begin a talk, later ones are heard by the client.</summary>
    private async Task HearAsync(TurnContext turn, PracticeSession? session, string reply, CancellationToken cancellationToken)
    {
        if (session is { PausedAt: not null, EndedAt: null })
        {
            turn.Forget(turn.Activity.Id!);
            turn.Send(
                RiskScreen.Find(reply) is { } own
                    ? messages.NotAlone(own, turn.Activity.Locale, NameOf(session))
                    : messages.Paused("StillPaused", NameOf(session)));
            return;
        }

        if (session is { HeldReply: not null, EndedAt: null })
        {
            turn.Forget(turn.Activity.Id!);
            turn.Send(messages.SteppedOut(RiskScreen.Find(reply) ?? RiskKind.Distress, turn.Activity.Locale));
            return;
        }

        if (RiskScreen.Find(reply) is { } risk)
        {
            if (session is { EndedAt: null })
            {
                session.HeldReply = reply;
                session.HeldReplyActivityId = turn.Activity.Id;
            }
            else
            {
                turn.Forget(turn.Activity.Id!);
            }

            turn.Send(messages.SteppedOut(risk, turn.Activity.Locale));
            return;
        }

        switch (session)
        {
            case null:
                await StartAsync(turn, null, string.Empty, cancellationToken);
                return;
            case { EndedAt: not null }:
                SendMenu(turn, session);
                return;
            default:
                await ReplyAsync(turn, session, JoinWaiting(turn, reply), cancellationToken);
                return;
        }
    }

    private async Task StartAsync(TurnContext turn, PracticeSession? running, string name, CancellationToken cancellationToken)
    {
        var wanted = name.Length > 0 ? name : options.Value.DefaultPersona;
        if (!PersonaId.TryParse(wanted, out var id) || library.Find(id) is not { } entry)
        {
            turn.Send(messages.Personas(library.All, messages.Text("UnknownPersona")));
            return;
        }

        if (running is { EndedAt: null })
        {
            LetGoOfHeld(turn, running);
            sessions.End(running, EndReasons.AnotherBegan);
        }

        var learner = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        var encounter = pipeline.Begin(entry.Persona, PracticeSessions.NewSeed());
        var version = new PersonaVersion { Id = entry.Version, PersonaId = id.ToString(), Content = entry.Text, At = time.UnixNow() };
        var session = await sessions.AddAsync(turn, learner, encounter, version, options.Value.Mode, cancellationToken);

        turn.Send(messages.Introduction(entry.Persona));
        var opening = new PracticeObject { Session = session.Id, Id = session.Id, Turn = 0, Attempt = 1, Persona = session.PersonaId };
        SendLine(turn, encounter.Persona, encounter.Lines[0], opening, encounter.State.Distress, isLast: true);
    }

    /// <summary>The main road: play the turn, keep it, send the client's line and, in guided mode, the feedback.</summary>
    private async Task ReplyAsync(TurnContext turn, PracticeSession session, string reply, CancellationToken cancellationToken)
    {
        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        var played = pipeline.Play(encounter, reply);
        if (played.Line is null)
        {
            var reason = played.Result is AssessmentResult.Unavailable unavailable ? unavailable.Reason : UnavailableReason.Unreadable;
            turn.Send(InTalk(session, messages.Say(reason.ToString(), encounter.Persona.Name)));
            return;
        }

        var earlier = await PracticeSessions.AttemptsAsync(turn.Db, session, session.HeadTurnId, cancellationToken);
        var kept = sessions.Keep(turn.Db, session, depth + 1, earlier.Count + 1, turn.Handled[^1].Id!, played);
        var isGuided = session.Mode == PracticeMode.Guided.Code();
        var practice = PracticeObject.Of(session.Id, kept.Id, kept.Depth, kept.Attempt, encounter.Persona, played);
        SendLine(
            turn, encounter.Persona, played.Line.Text, isGuided ? practice : practice.Withheld(), played.After.Distress, isLast: !isGuided);

        if (played.After.HasLeft)
        {
            sessions.End(session, EndReasons.ClientLeft);
            await SendDebriefAsync(turn, session, cancellationToken);
        }
        else if (isGuided && played.Feedback is { } feedback)
        {
            turn.Send(cards.Feedback(feedback, played.Reply, Compared(earlier, kept)) with { SuggestedActions = messages.DuringTalk() });
        }
    }

    /// <summary>The client says again what she had said, and nothing of what followed has happened.</summary>
    private async Task AgainAsync(TurnContext turn, PracticeSession session, string? turnId, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(turn.Db, session, cancellationToken);
        if (!await PracticeSessions.GoBackAsync(turn.Db, session, pipeline.Begin(persona, session.Seed), turnId, cancellationToken))
        {
            turn.Send(InTalk(session, messages.Say("NothingToTakeAgain", persona.Name)));
            return;
        }

        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        var practice = new PracticeObject { Session = session.Id, Id = session.HeadTurnId ?? session.Id, Turn = depth, Attempt = 1, Persona = session.PersonaId };
        SendLine(turn, persona, encounter.Lines[^1], practice, encounter.State.Distress, isLast: true);
    }

    /// <summary>Every attempt at this moment, where there was more than this one.</summary>
    private static List<Attempt> Compared(IReadOnlyList<PracticeTurn> earlier, PracticeTurn latest) =>
        earlier.Count == 0 ? [] : [.. earlier.Append(latest).Select(Attempt.Of)];

    private async Task ResumeAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        if (session.PausedAt is null)
        {
            turn.Send(InTalk(session, messages.Say("NotPaused")));
            return;
        }

        session.PausedAt = null;
        var (encounter, _) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        turn.Send(InTalk(session, PracticeMessages.Coach($"{messages.Text("Resumed", encounter.Persona.Name)}\n\n{ClientText.ToMarkdown(encounter.Lines[^1])}")));
    }

    /// <summary>It belonged to the role-play: the reply that was held is judged now.</summary>
    private async Task GoOnAfterSafetyAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        if (session.HeldReply is not { } reply)
        {
            turn.Send(InTalk(session, messages.Say("SafetyNothingHeld")));
            return;
        }

        session.HeldReply = null;
        session.HeldReplyActivityId = null;
        await ReplyAsync(turn, session, reply, cancellationToken);
    }

    /// <summary>Replies that came before the client began to answer are one reply.</summary>
    private string JoinWaiting(TurnContext turn, string reply)
    {
        while (turn.Waiting is [{ Type: ActivityTypes.Message } next, ..])
        {
            var message = LearnerMessage.Of(next);
            if (message.Card is not null || ChatCommand.TryParse(message.Text, id => library.Find(id) is not null, out _)
                || RiskScreen.Find(message.Text) is not null)
            {
                break;
            }

            turn.Join(next);
            reply = $"{reply}\n{message.Text}";
        }

        return reply;
    }

    private void SendLine(TurnContext turn, Persona persona, string line, PracticeObject practice, double distress, bool isLast)
    {
        var activity = PracticeMessages.Line(persona, line, practice);
        var pace = options.Value.Pacing == Pacing.Natural ? Pace.Typing(ClientPace.For(line, distress)) : default;
        turn.Send(isLast ? activity with { SuggestedActions = messages.DuringTalk() } : activity, pace);
    }

    private async Task SendDebriefAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(turn.Db, session, cancellationToken);
        var branch = await PracticeSessions.BranchAsync(turn.Db, session, cancellationToken);
        turn.Send(cards.Debrief(LookBack.On(persona, session, branch)) with { SuggestedActions = messages.AfterTalk(persona.Name, session.PersonaId) });
    }

    /// <summary>A reply that was held and is not judged is kept nowhere.</summary>
    private static void LetGoOfHeld(TurnContext turn, PracticeSession session)
    {
        if (session.HeldReplyActivityId is { } held)
        {
            turn.Forget(held);
        }
    }

    /// <summary>What the coach says in a running talk leaves the learner their buttons.</summary>
    private Activity InTalk(PracticeSession? session, Activity said) =>
        session is { EndedAt: null, PausedAt: null, HeldReply: null } ? said with { SuggestedActions = messages.DuringTalk() } : said;

    private void SendMenu(TurnContext turn, PracticeSession? session) => turn.Send(
        session is null ? messages.Personas(library.All, messages.Text("NothingRunning")) : messages.Menu(NameOf(session), session.PersonaId));

    private string NameOf(PracticeSession session) =>
        PersonaId.TryParse(session.PersonaId, out var id) && library.Find(id) is { } entry ? entry.Persona.Name : session.PersonaId;
}
