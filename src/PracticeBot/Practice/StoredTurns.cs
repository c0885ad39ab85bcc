using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Coaching;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>What a stored turn tells, in the terms of the rules.</summary>
internal static class StoredTurns
{
    public static ClientState After(this PracticeTurn turn) => PracticeJson.Read<ClientState>(turn.StateAfter);

    public static Assessment? Judged(this PracticeTurn turn) => turn.Assessment is null ? null : PracticeJson.Read<Assessment>(turn.Assessment);

    public static IReadOnlyList<ClientEvent> Events(this PracticeTurn turn) => PracticeJson.Read<StoredDecision>(turn.Decision).Events;

    /// <summary>The same as was worked out when the turn was played; null where the reply could not be judged.</summary>
    public static Feedback? Feedback(this PracticeTurn turn, Persona persona)
    {
        if (turn.Judged() is not { } assessment || turn.Reaction is not { } reaction)
        {
            return null;
        }

        var stored = PracticeJson.Read<StoredDecision>(turn.Decision);
        var after = turn.After();
        var directive = new Directive
        {
            Reaction = reaction,
            Cause = stored.Cause ?? Causes.Other,
            Layer = after.Layer,
            Trust = after.Trust,
            Distress = after.Distress,
            Severity = after.Rupture.Severity,
            Stage = after.Rupture.Stage,
        };
        return CoachPolicy.FeedbackOn(turn.Reply, assessment, new Decision(turn.Verdict, turn.Level, stored.Events, directive), after, persona);
    }

    /// <summary>The learner stopped the client's line.</summary>
    public static bool WasStopped(this PracticeTurn turn) => turn.VoiceWork is not null && PracticeJson.Read<ModelWork>(turn.VoiceWork).Stopped;

    public static Shift Shift(this PracticeTurn turn) => new(
        turn.Events().OfType<ClientEvent.RuptureOpened>().Any(opened => opened.Rupture.InForce == RuptureKind.Withdrawal),
        turn.Judged() is { Repair.Names: true });
}
