using Microsoft.Extensions.Localization;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice.Groups;

/// <summary>What a shared talk tells each learner alone: how a reply of theirs landed, and at the end their own look back.</summary>
internal sealed class GroupFeedback(
    PersonalChats chats, PracticeSessions sessions, PracticeMessages messages, GroupMessages words, PracticeCards cards, PracticeLinks links, IStringLocalizer<CardText> text)
{
    /// <param name="before">The talk as it stood when the reply was given.</param>
    public async Task SendAsync(
        TurnContext turn, PracticeSession session, Encounter before, PracticeTurn kept, Participant learner, CancellationToken cancellationToken)
    {
        if (kept.Feedback(before.Persona) is not { } feedback)
        {
            return;
        }

        var view = new FeedbackView(session.Id, kept.Id, kept.Reply, feedback, [])
        {
            Lead = text[
                kept.Reply.Trim().Length == 0 ? "InGroupSilence" : "InGroup",
                ClientText.Plain(before.Persona.Name),
                ClientText.Plain(PracticeCards.Short(WithoutMarks(before.Lines[^1]))),
                ClientText.Plain(PracticeCards.Short(kept.Reply))],
            Work = kept.AssessorWork is { } work ? PracticeJson.Read<ModelWork>(work) : null,
            HasActions = false,
        };
        if (!await chats.TrySendAsync(turn, learner.LearnerId, GroupMessages.AccountOf(learner), cards.Feedback(view), cancellationToken) && !learner.KnowsNoWay)
        {
            learner.KnowsNoWay = true;
            turn.Send(words.HowToInstall(turn.Activity, learner.Name));
        }
    }

    /// <summary>A quotation tells gestures and words apart by itself.</summary>
    private static string WithoutMarks(string line) => string.Concat(ClientText.Parts(line).Select(part => part.Words));

    /// <summary>The talk is over: how far it came for all, the rest for each.</summary>
    public async Task LookBackAsync(TurnContext turn, PracticeSession session, IReadOnlyList<Participant> seats, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(turn.Db, session, cancellationToken);
        var branch = await PracticeSessions.BranchAsync(turn.Db, session, cancellationToken);
        foreach (var seat in seats.Where(seat => branch.Any(one => one.LearnerId == seat.LearnerId)))
        {
            var own = LookBack.On(persona, session, branch, of: seat.LearnerId);
            var address = await links.ToAsync(turn, seat.LearnerId, $"/sessions/{session.Id}", cancellationToken);
            await chats.TrySendAsync(turn, seat.LearnerId, GroupMessages.AccountOf(seat), cards.Debrief(own, session.Id, address), cancellationToken);
        }

        var whole = LookBack.On(persona, session, branch);
        turn.Send(messages.Say(
            whole.ClientLeft ? "GroupClientLeft" : "GroupEnded", ClientText.Plain(persona.Name), whole.LayersReached, whole.Layers, branch.Count));
    }
}
