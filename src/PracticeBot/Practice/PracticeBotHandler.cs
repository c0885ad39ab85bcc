using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.MyData;
using PracticeBot.Practice.Groups;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>The bot: commands and replies of a practice conversation. What it adds to the turn is stored and sent as one.</summary>
internal sealed class PracticeBotHandler(
    PersonaLibrary library,
    TalkBeginnings beginnings,
    TalkTurns talk,
    PracticeSessions sessions,
    PracticeMessages messages,
    PracticeHelp help,
    PracticeLinks links,
    ProgressReader progress,
    ProgressCard progressCard,
    DataCommands data,
    Arrivals arrivals,
    GroupTalk group,
    TimeProvider time) : ActivityHandler
{
    public override async Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        await arrivals.NoteAsync(turnContext, cancellationToken);
        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        if (Edits.Newest(turnContext) is not { } activity)
        {
            return;
        }

        var message = LearnerMessage.Of(activity);
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

        if (turnContext.Activity.Conversation?.IsShared == true)
        {
            await group.HearAsync(turnContext, session, message, cancellationToken);
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

    protected override async Task OnConversationUpdateActivityAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        var update = turnContext.Activity;
        var isShared = update.Conversation?.IsShared == true;
        if (update.MembersAdded is { Count: > 0 } added && (!isShared || added.Any(member => member.Id == update.Recipient?.Id)))
        {
            await arrivals.WelcomeAsync(turnContext, cancellationToken);
        }

        await base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> membersRemoved, TurnContext turnContext, CancellationToken cancellationToken)
    {
        if (await PracticeSessions.NewestAsync(turnContext, cancellationToken) is { IsShared: true } session)
        {
            foreach (var gone in membersRemoved)
            {
                await group.LeaveAsync(turnContext, session, gone, cancellationToken);
            }
        }
    }

    protected override Task OnInstallationUpdateAddAsync(TurnContext turnContext, CancellationToken cancellationToken) =>
        arrivals.WelcomeAsync(turnContext, cancellationToken);

    protected override async Task OnEventActivityAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name == FishbowlClock.TurnWentBy
            && await PracticeSessions.NewestAsync(turnContext, cancellationToken) is { IsShared: true } session)
        {
            await group.PassOverAsync(turnContext, session, cancellationToken);
        }
    }

    /// <summary>What was said stays as it was judged: a moment can be taken again, and a card is no place for second thoughts.</summary>
    protected override async Task OnMessageUpdateActivityAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        var session = await PracticeSessions.NewestAsync(turnContext, cancellationToken);
        if (session is { EndedAt: null, IsShared: false } && await Edits.ComesTooLateAsync(turnContext, session, cancellationToken))
        {
            turnContext.Send(messages.InTalk(session, messages.Say("EditNotJudged")));
        }
    }

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        var session = await PracticeSessions.NewestAsync(turnContext, cancellationToken);
        return await arrivals.KeepFeedbackAsync(turnContext, session, cancellationToken)
            ? new InvokeResponse { Status = StatusCodes.Status200OK }
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    private async Task RunAsync(TurnContext turn, PracticeSession? session, ChatCommand command, string? turnId, CancellationToken cancellationToken)
    {
        switch (command.Kind)
        {
            case CommandKind.Start:
                await beginnings.TalkAsync(turn, session, command.Argument, cancellationToken);
                return;
            case CommandKind.Unaided:
                await beginnings.UnaidedAsync(turn, session, cancellationToken);
                return;
            case CommandKind.Drill:
                await beginnings.DrillAsync(turn, session, command, cancellationToken);
                return;
            case CommandKind.Progress:
                await SendProgressAsync(turn, session, cancellationToken);
                return;
            case CommandKind.MyData:
                turn.Send(messages.InTalk(session, await data.ShowAsync(turn, cancellationToken)));
                return;
            case CommandKind.DeleteMyData:
                turn.Send(await data.AskAsync(turn, cancellationToken));
                return;
            case CommandKind.Confirm:
                if (await data.ConfirmAsync(turn, cancellationToken) is { } answer)
                {
                    turn.Send(messages.InTalk(session, answer));
                }

                return;
            case CommandKind.RatingOn:
            case CommandKind.RatingOff:
                await SetRatingAsync(turn, session, command.Kind == CommandKind.RatingOn, cancellationToken);
                return;
            case CommandKind.Personas:
                turn.Send(messages.Personas(library.All));
                return;
            case CommandKind.Pass:
                turn.Send(messages.InTalk(session, messages.Say("NothingToPass")));
                return;
            case CommandKind.Help:
                turn.Send(messages.InTalk(session, messages.Help()));
                return;
            case CommandKind.NotHere:
                turn.Send(messages.InTalk(session, messages.Help("NotHere")));
                return;
            case CommandKind.Stop:
                turn.Send(messages.InTalk(session, messages.Say(await TalkTurns.AfterStopAsync(turn, session, cancellationToken))));
                return;
            case CommandKind.Unknown:
                turn.Send(messages.InTalk(session, messages.Help("UnknownCommand")));
                return;
            case CommandKind.Again or CommandKind.Example when session is { Kind: PracticeKind.Unaided, EndedAt: not null }:
                turn.Send(messages.Menu(NameOf(session), session.PersonaId, messages.Text("UnaidedNoAgain", NameOf(session))));
                return;
            case CommandKind.Again or CommandKind.Hint or CommandKind.Example or CommandKind.FeedbackOn when session is { Kind: PracticeKind.Unaided }:
                turn.Send(messages.InTalk(session, messages.Say("UnaidedNoHelp", NameOf(session))));
                return;
            case CommandKind.Example when session is { PausedAt: null, HeldReply: null }:
                turn.Send(messages.InTalk(session, await help.ExampleAsync(turn.Db, session, turnId, cancellationToken)));
                return;
            case CommandKind.Again when session is { PausedAt: null, HeldReply: null }:
                await talk.AgainAsync(turn, session, turnId, cancellationToken);
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
                turn.Send(messages.InTalk(session, await help.HintAsync(turn.Db, session, cancellationToken)));
                return;
            case CommandKind.Again or CommandKind.Hint or CommandKind.Example or CommandKind.Silence:
                await HearAsync(turn, session, string.Empty, cancellationToken);
                return;
            case CommandKind.Pause:
                sessions.Pause(session);
                turn.Send(messages.Paused("Paused", NameOf(session)));
                return;
            case CommandKind.Resume:
                await talk.ResumeAsync(turn, session, cancellationToken);
                return;
            case CommandKind.FeedbackOn:
            case CommandKind.FeedbackOff:
                var isOn = command.Kind == CommandKind.FeedbackOn;
                session.Mode = (isOn ? PracticeMode.Guided : PracticeMode.Quiet).Code();
                turn.Send(messages.InTalk(session, messages.Say(isOn ? "FeedbackOn" : "FeedbackOff")));
                return;
            case CommandKind.End:
                await talk.LeaveAsync(turn, session, EndReasons.Learner, cancellationToken);
                await talk.SendDebriefAsync(turn, session, cancellationToken);
                return;
            case CommandKind.PartOfRolePlay:
                await GoOnAfterSafetyAsync(turn, session, cancellationToken);
                return;
            case CommandKind.StopHere when session.HeldReply is null:
                turn.Send(messages.InTalk(session, messages.Say("SafetyNothingHeld")));
                return;
            case CommandKind.StopHere:
                await talk.LeaveAsync(turn, session, EndReasons.Safety, cancellationToken);
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
                await beginnings.TalkAsync(turn, null, string.Empty, cancellationToken);
                return;
            case { EndedAt: not null }:
                SendMenu(turn, session);
                return;
            default:
                await talk.ReplyAsync(turn, session, JoinWaiting(turn, reply), cancellationToken);
                return;
        }
    }

    private async Task SetRatingAsync(TurnContext turn, PracticeSession? session, bool isOn, CancellationToken cancellationToken)
    {
        var id = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        var learner = await turn.Db.Learners.FindAsync([id], cancellationToken);
        learner!.RatesFirst = isOn;
        turn.Send(messages.InTalk(session, messages.Say(isOn ? "RatingOn" : "RatingOff")));
    }

    private async Task SendProgressAsync(TurnContext turn, PracticeSession? session, CancellationToken cancellationToken)
    {
        var learner = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        var view = await progress.OfAsync(turn.Db, learner, cancellationToken);
        turn.Send(messages.InTalk(session, progressCard.Of(view, await links.ToAsync(turn, learner, "/progress", cancellationToken))));
    }

    private async Task HearAnswerAsync(TurnContext turn, PracticeSession? session, CardPress answer, CancellationToken cancellationToken)
    {
        if (session is null || !await talk.AnswerAsync(turn, session, answer, cancellationToken))
        {
            turn.Send(messages.InTalk(session, messages.Say("StaleCard")));
        }
    }

    /// <summary>It belonged to the role-play: the reply that was held is judged now.</summary>
    private async Task GoOnAfterSafetyAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        if (session.HeldReply is not { } reply)
        {
            turn.Send(messages.InTalk(session, messages.Say("SafetyNothingHeld")));
            return;
        }

        session.HeldReply = null;
        session.HeldReplyActivityId = null;
        await talk.ReplyAsync(turn, session, reply, cancellationToken);
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

    private void SendMenu(TurnContext turn, PracticeSession? session) => turn.Send(
        session is null ? messages.Personas(library.All, messages.Text("NothingRunning")) : messages.Menu(NameOf(session), session.PersonaId));

    private string NameOf(PracticeSession session) =>
        PersonaId.TryParse(session.PersonaId, out var id) && library.Find(id) is { } entry ? entry.Persona.Name : session.PersonaId;
}
