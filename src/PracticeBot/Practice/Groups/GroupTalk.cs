using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice.Groups;

/// <summary>
/// A fishbowl: one client before several learners who take turns. The group hears the client and whose turn it is; what is said of a reply
/// goes to its learner alone.
/// </summary>
internal sealed class GroupTalk(
    TurnPipeline pipeline,
    PersonaLibrary library,
    TalkBeginnings beginnings,
    PracticeSessions sessions,
    PracticeMessages messages,
    GroupMessages words,
    PrivateAnswers privately,
    GroupFeedback feedback,
    ClientLines lines,
    TimeProvider time)
{
    public async Task HearAsync(TurnContext turn, PracticeSession? session, LearnerMessage message, CancellationToken cancellationToken)
    {
        var learner = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        if (ChatCommand.TryParse(message.Card?.Command ?? message.Text, id => library.Find(id) is not null, out var command)
            && !(command.Kind == CommandKind.Unknown && RiskScreen.Find(message.Text) is not null))
        {
            await RunAsync(turn, session, command, learner, cancellationToken);
        }
        else if (message.Card is not null)
        {
            turn.Send(messages.Say("ForeignCard"));
        }
        else
        {
            await ReplyAsync(turn, session, message.Text, learner, cancellationToken);
        }
    }

    /// <summary>The one whose turn it is has let it go by.</summary>
    public async Task PassOverAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        var circle = await Circle.OfAsync(turn.Db, session, time, cancellationToken);
        if (session is { EndedAt: null, PausedAt: null, HolderUntil: { } until } && until <= time.UnixNow() && circle.Holder is { } away)
        {
            circle.Absent();
            turn.Send(words.Call(circle.Holder, await PersonaAsync(turn, session, cancellationToken), turn.Activity, "TurnWentBy", ClientText.Plain(away.Name)));
        }
    }

    /// <summary>Somebody is no longer in the conversation.</summary>
    public async Task LeaveAsync(TurnContext turn, PracticeSession session, ChannelAccount gone, CancellationToken cancellationToken)
    {
        var circle = await Circle.OfAsync(turn.Db, session, time, cancellationToken);
        if (session.EndedAt is null && circle.FindAccount(gone.Id) is { } seat)
        {
            var wasTheirs = circle.Holder == seat;
            circle.Leave(seat.LearnerId);
            if (wasTheirs && circle.Seats.Count > 0)
            {
                turn.Send(words.Call(circle.Holder, await PersonaAsync(turn, session, cancellationToken), turn.Activity));
            }
        }
    }

    private async Task RunAsync(TurnContext turn, PracticeSession? session, ChatCommand command, string learner, CancellationToken cancellationToken)
    {
        switch (command.Kind)
        {
            case CommandKind.Start when session is { EndedAt: null }:
                turn.Send(messages.Say("GroupRunsAlready", await NameAsync(turn, session, cancellationToken)));
                return;
            case CommandKind.Start:
                await BeginAsync(turn, command.Argument, learner, cancellationToken);
                return;
            case CommandKind.Personas:
                turn.Send(messages.Personas(library.All));
                return;
            case CommandKind.Help or CommandKind.Unknown or CommandKind.NotHere:
                turn.Send(messages.Say(command.Kind == CommandKind.Help ? "GroupHelp" : "GroupUnknown"));
                return;
            case CommandKind.Unaided or CommandKind.Drill or CommandKind.Confirm or CommandKind.FeedbackOn or CommandKind.FeedbackOff
                or CommandKind.RatingOn or CommandKind.RatingOff:
                turn.Send(words.NotHere(turn.Activity));
                return;
            case CommandKind.Progress or CommandKind.MyData or CommandKind.DeleteMyData or CommandKind.Hint or CommandKind.Example:
                await privately.AnswerAsync(turn, session, command.Kind, learner, cancellationToken);
                return;
        }

        if (session is null or { EndedAt: not null })
        {
            turn.Send(words.Offer(turn.Activity, hasEnded: session is not null));
            return;
        }

        var circle = await Circle.OfAsync(turn.Db, session, time, cancellationToken);
        switch (command.Kind)
        {
            case CommandKind.Silence:
                await ReplyAsync(turn, session, string.Empty, learner, cancellationToken);
                return;
            case CommandKind.Pass:
                await PassAsync(turn, session, circle, learner, cancellationToken);
                return;
            case CommandKind.Again:
                await AgainAsync(turn, session, circle, learner, cancellationToken);
                return;
            case CommandKind.Pause:
                sessions.Pause(session);
                circle.Rest();
                turn.Send(messages.Say("GroupPaused", await NameAsync(turn, session, cancellationToken)));
                return;
            case CommandKind.Resume:
                session.PausedAt = null;
                circle.WaitAnew();
                turn.Send(words.Call(circle.Holder, await PersonaAsync(turn, session, cancellationToken), turn.Activity, "GroupResumed"));
                return;
            case CommandKind.End:
                await EndAsync(turn, session, EndReasons.Learner, cancellationToken);
                return;
            default:
                turn.Send(messages.Say("GroupUnknown"));
                return;
        }
    }

    private async Task BeginAsync(TurnContext turn, string name, string learner, CancellationToken cancellationToken)
    {
        if (beginnings.Find(name) is not { } entry)
        {
            turn.Send(messages.Personas(library.All, messages.Text("UnknownPersona")));
            return;
        }

        var (session, encounter) = await beginnings.AddAsync(turn, entry, PracticeKind.Talk, PracticeMode.Quiet, layer: 0, isShared: true, cancellationToken);
        var circle = await Circle.OfAsync(turn.Db, session, time, cancellationToken);
        circle.Join(learner, turn.Activity.From!);
        circle.Give(learner);
        turn.Send(words.Introduction(entry.Persona));
        Say(turn, session, encounter, session.Id, depth: 0, attempt: 1, circle);
    }

    private async Task ReplyAsync(TurnContext turn, PracticeSession? session, string reply, string learner, CancellationToken cancellationToken)
    {
        if (RiskScreen.Find(reply) is { } risk)
        {
            turn.Forget(turn.Activity.Id!);
            await privately.SupportAsync(turn, risk, learner, cancellationToken);
            return;
        }

        if (session is null or { EndedAt: not null })
        {
            turn.Send(words.Offer(turn.Activity, hasEnded: session is not null));
            return;
        }

        if (session.PausedAt is not null)
        {
            turn.Forget(turn.Activity.Id!);
            turn.Send(messages.Say("GroupStillPaused", await NameAsync(turn, session, cancellationToken)));
            return;
        }

        var circle = await Circle.OfAsync(turn.Db, session, time, cancellationToken);
        var isNew = circle.Join(learner, turn.Activity.From!);
        if (circle.Hears(learner))
        {
            await PlayAsync(turn, session, circle, JoinWaiting(turn, reply), learner, cancellationToken);
        }
        else
        {
            turn.Forget(turn.Activity.Id!);
            turn.Send(words.NotYourTurn(circle.Holder!, circle.Find(learner), isNew));
        }
    }

    private async Task PlayAsync(
        TurnContext turn, PracticeSession session, Circle circle, string reply, string learner, CancellationToken cancellationToken)
    {
        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        await using var stage = lines.StageFor(turn, encounter);
        var played = await pipeline.PlayAsync(encounter, reply, stage, cancellationToken);
        if (played.Line is null)
        {
            var reason = played.Result is AssessmentResult.Unavailable unavailable ? unavailable.Reason : UnavailableReason.Unreadable;
            turn.Send(messages.Say(reason.ToString(), ClientText.Plain(encounter.Persona.Name)));
            return;
        }

        var earlier = await PracticeSessions.AttemptsAsync(turn.Db, session, session.HeadTurnId, cancellationToken);
        var kept = sessions.Keep(turn.Db, session, depth + 1, earlier.Count + 1, turn.Handled[^1].Id!, played, learner);
        circle.Replied(learner);
        var after = encounter with { Lines = [.. encounter.Lines, played.Line.Text], State = played.After };
        if (played.After.HasLeft)
        {
            var last = PracticeMessages.Line(encounter.Persona, played.Line.Text, Practice(session, kept.Id, kept.Depth, kept.Attempt));
            lines.Send(turn, last, played.Line.Text, played.After.Distress, stage);
        }
        else
        {
            Say(turn, session, after, kept.Id, kept.Depth, kept.Attempt, circle, stage);
        }

        await feedback.SendAsync(turn, session, encounter, kept, circle.Find(learner)!, cancellationToken);
        if (played.After.HasLeft)
        {
            await EndAsync(turn, session, EndReasons.ClientLeft, cancellationToken);
        }
    }

    private async Task PassAsync(TurnContext turn, PracticeSession session, Circle circle, string learner, CancellationToken cancellationToken)
    {
        var persona = await PersonaAsync(turn, session, cancellationToken);
        if (circle.Holder is { } holder && holder.LearnerId != learner)
        {
            turn.Send(words.NotYourTurn(holder, circle.Find(learner), isNew: false));
            return;
        }

        circle.Pass(learner);
        turn.Send(words.Call(circle.Holder, persona, turn.Activity));
    }

    /// <summary>The same moment anew, for whoever asks: the others watch it met in another way.</summary>
    private async Task AgainAsync(TurnContext turn, PracticeSession session, Circle circle, string learner, CancellationToken cancellationToken)
    {
        var persona = await PersonaAsync(turn, session, cancellationToken);
        var fresh = pipeline.Begin(persona, session.Seed, session.FirstLayer);
        if (!await PracticeSessions.GoBackAsync(turn.Db, session, fresh, turnId: null, cancellationToken))
        {
            turn.Send(messages.Say("NothingToTakeAgain", ClientText.Plain(persona.Name)));
            return;
        }

        circle.Join(learner, turn.Activity.From!);
        circle.Give(learner);
        var (encounter, depth) = await sessions.ResumeAsync(turn.Db, session, cancellationToken);
        Say(turn, session, encounter, session.HeadTurnId ?? session.Id, depth, attempt: 1, circle, before: "TakenAnew");
    }

    private async Task EndAsync(TurnContext turn, PracticeSession session, string reason, CancellationToken cancellationToken)
    {
        var circle = await Circle.OfAsync(turn.Db, session, time, cancellationToken);
        circle.Rest();
        sessions.End(session, reason);
        await feedback.LookBackAsync(turn, session, circle.Seats, cancellationToken);
    }

    private void Say(TurnContext turn, PracticeSession session, Encounter encounter, string id, int depth, int attempt, Circle circle, LineStage? stage = null, string? before = null)
    {
        var line = encounter.Lines[^1];
        var said = words.Line(PracticeMessages.Line(encounter.Persona, line, Practice(session, id, depth, attempt)), encounter.Persona, circle.Holder, turn.Activity, before);
        lines.Send(turn, said, line, encounter.State.Distress, stage);
    }

    /// <summary>Nothing of how a reply was judged: everyone could read it.</summary>
    private static PracticeObject Practice(PracticeSession session, string id, int depth, int attempt) =>
        new() { Session = session.Id, Id = id, Turn = depth, Attempt = attempt };

    /// <summary>What the same learner sent before the client began to answer is one reply.</summary>
    private string JoinWaiting(TurnContext turn, string reply)
    {
        while (turn.Waiting is [{ Type: ActivityTypes.Message } next, ..] && next.From?.Id == turn.Activity.From?.Id)
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

    private ValueTask<Persona> PersonaAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken) =>
        sessions.PersonaOfAsync(turn.Db, session, cancellationToken);

    private async Task<string> NameAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken) =>
        ClientText.Plain((await PersonaAsync(turn, session, cancellationToken)).Name);
}
