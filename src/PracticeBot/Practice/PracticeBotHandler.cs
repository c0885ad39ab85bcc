using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.MyData;
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
    GuidedFeedback guided,
    PracticeHelp help,
    PracticeLinks links,
    ProgressReader progress,
    ProgressCard progressCard,
    DataCommands data,
    IOptions<PracticeOptions> options,
    TimeProvider time) : ActivityHandler
{
    /// <summary>Attempts at the one moment of a drill.</summary>
    private const int DrillAttempts = 3;

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

        if (message.Card is { IsAnswer: true } answer)
        {
            await HearAnswerAsync(turnContext, session, answer, cancellationToken);
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
            case CommandKind.Unaided:
                await StartAsync(turn, session, options.Value.UnaidedPersona, cancellationToken, PracticeKind.Unaided);
                return;
            case CommandKind.Drill:
                await DrillAsync(turn, session, command, cancellationToken);
                return;
            case CommandKind.Progress:
                await SendProgressAsync(turn, session, cancellationToken);
                return;
            case CommandKind.MyData:
                turn.Send(InTalk(session, await data.ShowAsync(turn, cancellationToken)));
                return;
            case CommandKind.DeleteMyData:
                turn.Send(await data.AskAsync(turn, cancellationToken));
                return;
            case CommandKind.Confirm:
                if (await data.ConfirmAsync(turn, cancellationToken) is { } answer)
                {
                    turn.Send(InTalk(session, answer));
                }

                return;
            case CommandKind.RatingOn:
            case CommandKind.RatingOff:
                await SetRatingAsync(turn, session, command.Kind == CommandKind.RatingOn, cancellationToken);
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
            case CommandKind.Again or CommandKind.Example when session is { Kind: PracticeKind.Unaided, EndedAt: not null }:
                turn.Send(messages.Menu(NameOf(session), session.PersonaId, messages.Text("UnaidedNoAgain", NameOf(session))));
                return;
            case CommandKind.Again or CommandKind.Hint or CommandKind.Example or CommandKind.FeedbackOn when session is { Kind: PracticeKind.Unaided }:
                turn.Send(InTalk(session, messages.Say("UnaidedNoHelp", NameOf(session))));
                return;
            case CommandKind.Example when session is { PausedAt: null, HeldReply: null }:
                turn.Send(InTalk(session, await help.ExampleAsync(turn.Db, session, turnId, cancellationToken)));
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
            case CommandKind.Hint when session is { PausedAt: null, HeldReply: null }:
                turn.Send(InTalk(session, await help.HintAsync(turn.Db, session, cancellationToken)));
                return;
            case CommandKind.Again or CommandKind.Hint or CommandKind.Example or CommandKind.Silence:
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
                var isOn = command.Kind == CommandKind.FeedbackOn;
                session.Mode = (isOn ? PracticeMode.Guided : PracticeMode.Quiet).Code();
                turn.Send(InTalk(session, messages.Say(isOn ? "FeedbackOn" : "FeedbackOff")));
                return;
            case CommandKind.End:
                await LeaveAsync(turn, session, cancellationToken);
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

    /// <summary>One moment of a client's: the one that is named, else the one of the last talk that went worst, else the first.</summary>
    private async Task DrillAsync(TurnContext turn, PracticeSession? session, ChatCommand command, CancellationToken cancellationToken)
    {
        var wanted = command.Argument.Length > 0 ? command.Argument : session?.PersonaId ?? options.Value.DefaultPersona;
        if (!PersonaId.TryParse(wanted, out var id) || library.Find(id) is not { Persona: var persona })
        {
            turn.Send(messages.Personas(library.All, messages.Text("UnknownPersona")));
            return;
        }

        var layer = command.Moment.Length > 0
            ? persona.Layers.ToList().FindIndex(moment => string.Equals(moment.Id, command.Moment, StringComparison.OrdinalIgnoreCase))
            : session?.PersonaId == wanted ? await PracticeSessions.WorstLayerAsync(turn.Db, session, cancellationToken) : 0;
        if (layer < 0 || layer >= persona.Layers.Count)
        {
            var known = string.Join(", ", persona.Layers.Select(moment => moment.Id));
            turn.Send(InTalk(session, messages.Say("UnknownMoment", ClientText.Plain(persona.Name), known)));
            return;
        }

        await StartAsync(turn, session, wanted, cancellationToken, PracticeKind.Drill, layer);
    }

    private async Task SetRatingAsync(TurnContext turn, PracticeSession? session, bool isOn, CancellationToken cancellationToken)
    {
        var id = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        var learner = await turn.Db.Learners.FindAsync([id], cancellationToken);
        learner!.RatesFirst = isOn;
        turn.Send(InTalk(session, messages.Say(isOn ? "RatingOn" : "RatingOff")));
    }

    private async Task SendProgressAsync(TurnContext turn, PracticeSession? session, CancellationToken cancellationToken)
    {
        var learner = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        var view = await progress.OfAsync(turn.Db, learner, cancellationToken);
        turn.Send(InTalk(session, progressCard.Of(view, await links.ToAsync(turn, learner, "/progress", cancellationToken))));
    }

    private async Task HearAnswerAsync(TurnContext turn, PracticeSession? session, CardPress answer, CancellationToken cancellationToken)
    {
        if (session is null
            || !await guided.AnswerAsync(turn, session, await sessions.PersonaOfAsync(turn.Db, session, cancellationToken), answer, cancellationToken))
        {
            turn.Send(InTalk(session, messages.Say("StaleCard")));
        }
    }

    private async Task StartAsync(
        TurnContext turn, PracticeSession? running, string name, CancellationToken cancellationToken, PracticeKind kind = PracticeKind.Talk, int layer = 0)
    {
        var wanted = name.Length > 0 ? name : options.Value.DefaultPersona;
        if (!PersonaId.TryParse(wanted, out var id) || library.Find(id) is not { } entry)
        {
            turn.Send(messages.Personas(library.All, messages.Text("UnknownPersona")));
            return;
        }

        if (running is { EndedAt: null })
        {
            await LeaveAsync(turn, running, cancellationToken);
            sessions.End(running, EndReasons.AnotherBegan);
        }

        var learner = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        var encounter = pipeline.Begin(entry.Persona, PracticeSessions.NewSeed(), layer);
        var version = new PersonaVersion { Id = entry.Version, PersonaId = id.ToString(), Content = entry.Text, At = time.UnixNow() };
        var mode = kind switch
        {
            PracticeKind.Drill => PracticeMode.Guided,
            PracticeKind.Unaided => PracticeMode.Quiet,
            _ => options.Value.Mode,
        };
        var session = await sessions.AddAsync(turn, learner, encounter, version, kind, mode, cancellationToken);

        turn.Send(messages.Introduction(entry.Persona, kind));
        var opening = new PracticeObject { Session = session.Id, Id = session.Id, Turn = 0, Attempt = 1, Persona = session.PersonaId };
        SendLine(turn, encounter.Persona, encounter.Lines[0], opening, encounter.State.Distress, isLast: true);
    }

    /// <summary>The main road: play the turn, keep it, send the client's line and, in guided mode, the feedback.</summary>
    private async Task ReplyAsync(TurnContext turn, PracticeSession session, string reply, CancellationToken cancellationToken)
    {
        var isGuided = session.Mode == PracticeMode.Guided.Code();
        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        var played = pipeline.Play(encounter, reply);
        if (played.Line is null)
        {
            var reason = played.Result is AssessmentResult.Unavailable unavailable ? unavailable.Reason : UnavailableReason.Unreadable;
            turn.Send(InTalk(session, messages.Say(reason.ToString(), encounter.Persona.Name)));
            return;
        }

        var earlier = await PracticeSessions.AttemptsAsync(turn.Db, session, session.HeadTurnId, cancellationToken);
        await guided.CloseAsync(turn, session, encounter.Persona, cancellationToken);
        var kept = sessions.Keep(turn.Db, session, depth + 1, earlier.Count + 1, turn.Handled[^1].Id!, played);
        var plan = isGuided ? await PlanAsync(turn, session, encounter.Persona, cancellationToken) : null;
        var practice = PracticeObject.Of(session.Id, kept.Id, kept.Depth, kept.Attempt, encounter.Persona, played);
        SendLine(
            turn, encounter.Persona, played.Line.Text, plan is { IsWithheld: false } ? practice : practice.Withheld(), played.After.Distress, isLast: plan is null or { IsSilent: true });

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

    private static async Task<FeedbackPlan> PlanAsync(TurnContext turn, PracticeSession session, Persona persona, CancellationToken cancellationToken)
    {
        var learner = await turn.Db.Learners.FindAsync([session.LearnerId], cancellationToken);
        var branch = await PracticeSessions.BranchAsync(turn.Db, session, cancellationToken);
        return GuidedFeedback.Plan(branch, persona, learner is { RatesFirst: true });
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
    private async Task AgainAsync(TurnContext turn, PracticeSession session, string? turnId, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(turn.Db, session, cancellationToken);
        await guided.CloseAsync(turn, session, persona, cancellationToken);
        var fresh = pipeline.Begin(persona, session.Seed, session.FirstLayer);
        if (!await PracticeSessions.GoBackAsync(turn.Db, session, fresh, turnId, cancellationToken))
        {
            turn.Send(InTalk(session, messages.Say("NothingToTakeAgain", persona.Name)));
            return;
        }

        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        var practice = new PracticeObject { Session = session.Id, Id = session.HeadTurnId ?? session.Id, Turn = depth, Attempt = 1, Persona = session.PersonaId };
        SendLine(turn, persona, encounter.Lines[^1], practice, encounter.State.Distress, isLast: true);
    }

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
        var look = LookBack.On(persona, session, branch);
        var address = await links.ToAsync(turn, session.LearnerId, $"/sessions/{session.Id}", cancellationToken);
        turn.Send(cards.Debrief(look, session.Id, address) with { SuggestedActions = messages.AfterTalk(persona.Name, session.PersonaId) });
    }

    /// <summary>The talk is left: what was held is let go, and what was asked is told.</summary>
    private async Task LeaveAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        LetGoOfHeld(turn, session);
        if (session.Question is not null)
        {
            await guided.CloseAsync(turn, session, await sessions.PersonaOfAsync(turn.Db, session, cancellationToken), cancellationToken);
        }
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
