using System.Diagnostics;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Turns;

/// <summary>Folds events into the client's state; replaying a session's events gives the live state.</summary>
public static class TurnReducer
{
    public static ClientState Fold(ClientState state, IEnumerable<ClientEvent> events, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate(state, (current, change) => Fold(current, change, rubric));
    }

    public static ClientState Fold(ClientState state, ClientEvent change, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rubric);
        return change switch
        {
            ClientEvent.TrustMoved moved => state with { Trust = InRange(state.Trust + moved.Change) },
            ClientEvent.DistressMoved moved => state with { Distress = InRange(state.Distress + moved.Change) },
            ClientEvent.ReplyCounted reply => Counted(state, reply, rubric),
            ClientEvent.CreditEarned credit => state with { Progress = state.Progress.With(credit.Level) },
            ClientEvent.RunBroken => state with { Progress = state.Progress.Interrupted() },
            ClientEvent.LayerOpened opened => state with { Layer = opened.Layer, Progress = OpeningProgress.None, TentativeMisses = 0 },
            ClientEvent.GuessCorrected => state with { TentativeMisses = state.TentativeMisses + 1 },
            ClientEvent.Harmed => state with { HasBeenHarmed = true },
            ClientEvent.RuptureOpened opened => state with
            {
                Rupture = opened.Rupture, Progress = OpeningProgress.None, TrustOwed = 0,
            },
            ClientEvent.RuptureMoved moved => state with { Rupture = moved.Rupture },
            ClientEvent.RuptureRepaired repaired => state with
            {
                Rupture = new RuptureState.Mended(),
                TrustOwed = state.TrustOwed + repaired.Restored + repaired.Bonus,
                HasPaidRepairBonus = state.HasPaidRepairBonus || repaired.Bonus > 0,
            },
            ClientEvent.OwedTrustPaid paid => state with
            {
                Trust = InRange(state.Trust + paid.Amount), TrustOwed = Math.Max(0, state.TrustOwed - paid.Amount),
            },
            ClientEvent.ClientLeft => state with { HasLeft = true },
            ClientEvent.ClientSpoke spoke => state with { HasDisclosed = spoke.Disclosed, HasAsked = spoke.Asked },
            _ => throw new UnreachableException(),
        };
    }

    private static ClientState Counted(ClientState state, ClientEvent.ReplyCounted reply, Rubric rubric)
    {
        var recent = state.Recent.Add(new RecentReply(reply.Missed, reply.FlatBreach));
        return state with
        {
            Recent = recent.Count > rubric.RecentTurns ? recent.RemoveAt(0) : recent,
            QuestionsRunning = reply.QuestionOnly ? state.QuestionsRunning + 1 : 0,
            SilencesRunning = reply.Silent ? state.SilencesRunning + 1 : 0,
            Rupture = state.Rupture is RuptureState.Mended ? new RuptureState.None() : state.Rupture,
        };
    }

    private static double InRange(double value) => Math.Clamp(value, 0, 100);
}
