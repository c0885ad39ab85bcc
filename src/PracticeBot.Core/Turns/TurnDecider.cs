using System.Diagnostics;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Turns;

/// <summary>One reply, decided: what changes in the client, and what the client is to do. Pure.</summary>
public static class TurnDecider
{
    public static Decision Decide(Persona persona, ClientState state, AssessmentResult result)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(state);
        return result switch
        {
            AssessmentResult.Unavailable => new Decision(Verdict.Unavailable, null, [], null),
            AssessmentResult.Judged { Assessment: { Kind: ReplyKind.OutOfRole or ReplyKind.OffTopic } assessment } =>
                Outside(persona, state, ReplyRules.Rule(assessment, state, persona.Rubric)),
            AssessmentResult.Judged { Assessment: var assessment } when state.Rupture is RuptureState.Open rupture =>
                InRupture(persona, state, rupture, assessment),
            AssessmentResult.Judged { Assessment: var assessment } => InTalk(persona, state, assessment),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Out of role or off topic: said, not scored; nothing changes.</summary>
    private static Decision Outside(Persona persona, ClientState state, Ruling ruling) =>
        new Turn(persona, state).Decided(ruling, ruling.Reaction, ruling.Cause);

    private static Decision InTalk(Persona persona, ClientState state, Assessment assessment)
    {
        var rubric = persona.Rubric;
        var ruling = ReplyRules.Rule(assessment, state, rubric);
        var turn = new Turn(persona, state);
        turn.Count(assessment, ruling);
        turn.MoveTrust(ruling.Trust);
        turn.PayOwed(ruling);

        if (ruling is { Verdict: Verdict.Partial, Reaction: Reaction.Correct })
        {
            turn.Happens(new ClientEvent.GuessCorrected());
        }

        if (RuptureRule.Opened(persona, state, ruling) is { } rupture)
        {
            turn.Happens(new ClientEvent.RuptureOpened(rupture));
            turn.MoveDistress(rubric.RuptureDistress);
            return turn.Decided(ruling, Shown(rupture.InForce), ruling.Cause);
        }

        if (turn.OpensLayer(ruling) is { } layer)
        {
            turn.Happens(new ClientEvent.LayerOpened(layer));
            turn.MoveDistress(rubric.DeepenDistress);
            return turn.Decided(ruling, Reaction.Deepen, ruling.Cause);
        }

        turn.MoveDistress(ruling switch
        {
            { Verdict: Verdict.Attuned } => rubric.AttunedDistress,
            { Reaction: Reaction.Settle } => rubric.SettleDistress,
            _ => 0,
        });
        return turn.Decided(ruling, ruling.Reaction, ruling.Cause);
    }

    /// <summary>While a rupture is open no layer opens and nothing but repair gains trust; losses stand.</summary>
    private static Decision InRupture(Persona persona, ClientState state, RuptureState.Open rupture, Assessment assessment)
    {
        var ruling = ReplyRules.Rule(assessment, state, persona.Rubric);
        var move = RepairRule.Move(rupture, assessment, ruling, state.SilencesRunning == 0, persona);
        ruling = RepairRuling.Of(move, rupture, assessment, ruling);

        var turn = new Turn(persona, state);
        turn.Count(assessment, ruling with { Earns = false });
        turn.MoveTrust(Math.Min(0, ruling.Trust));

        switch (move)
        {
            case RepairMove.Mends mends:
                turn.Mend(mends.Rupture, RepairRule.IsRepair(mends.Rupture, assessment.Repair));
                turn.PayOwed(ruling);
                turn.MoveDistress(persona.Rubric.RepairedDistress);
                return turn.Decided(ruling, Reaction.Repaired, Causes.Other);
            case RepairMove.Softens softens:
                turn.Happens(new ClientEvent.RuptureMoved(softens.Rupture));
                return turn.Decided(ruling, Reaction.Soften, softens.Cause);
            case RepairMove.Holds holds:
                turn.Happens(new ClientEvent.RuptureMoved(holds.Rupture));
                return turn.Decided(ruling, Reaction.Guarded, ruling.Cause);
            case RepairMove.Deepens deepens:
                turn.Happens(new ClientEvent.RuptureMoved(deepens.Rupture));
                return turn.Decided(ruling, Shown(deepens.Rupture.InForce), ruling.Cause);
            case RepairMove.Breaks:
                turn.Happens(new ClientEvent.ClientLeft());
                return turn.Decided(ruling, Reaction.Exit, ruling.Cause);
            default:
                throw new UnreachableException();
        }
    }

    private static Reaction Shown(RuptureKind kind) => kind == RuptureKind.Confrontation ? Reaction.Confront : Reaction.Withdraw;

    /// <summary>The events of one turn, folded as they happen so that each rule sees what stands.</summary>
    private sealed class Turn
    {
        private readonly Persona persona;
        private readonly ClientState before;
        private readonly List<ClientEvent> events = [];
        private ClientState state;

        public Turn(Persona persona, ClientState before) => (this.persona, this.before, state) = (persona, before, before);

        public void Happens(ClientEvent change)
        {
            events.Add(change);
            state = TurnReducer.Fold(state, change, persona.Rubric);
        }

        public void Count(Assessment assessment, Ruling ruling)
        {
            Happens(new ClientEvent.ReplyCounted(
                ruling.IsMiss, assessment.Has(BreachGrade.Flat), assessment.IsQuestionOnly, assessment.Kind == ReplyKind.Silence));
            if (ruling.Earns)
            {
                Happens(new ClientEvent.CreditEarned(ruling.Level ?? persona.Rubric.AccurateLevel));
            }
            else if (ruling.Verdict != Verdict.Neutral)
            {
                Happens(new ClientEvent.RunBroken());
            }

            if (ruling.Verdict == Verdict.Harmful)
            {
                Happens(new ClientEvent.Harmed());
            }

            MoveDistress(ruling.Verdict switch
            {
                Verdict.Missed => persona.Rubric.MissedDistress,
                Verdict.Harmful => persona.Rubric.HarmfulDistress,
                _ => 0,
            });
        }

        public void MoveTrust(double trust)
        {
            var change = trust > 0 ? persona.Rubric.Damped(trust, before.Trust) : trust;
            if (change != 0)
            {
                Happens(new ClientEvent.TrustMoved(Math.Clamp(change, -persona.Rubric.MostTrustATurn, persona.Rubric.MostTrustATurn)));
            }
        }

        public void MoveDistress(double change)
        {
            if (change != 0)
            {
                Happens(new ClientEvent.DistressMoved(change));
            }
        }

        /// <summary>What it cost comes back even where the learner did not repair it.</summary>
        public void Mend(RuptureState.Open rupture, bool isRepair)
        {
            var restored = Math.Max(0, rupture.TrustBefore - state.Trust);
            var bonus = state.HasPaidRepairBonus || !isRepair ? 0 : persona.Rubric.RepairBonus;
            Happens(new ClientEvent.RuptureRepaired(restored, bonus, isRepair));
        }

        /// <summary>What is owed and what is earned come to at most <see cref="Rubric.MostTrustATurn"/>; a miss is paid nothing.</summary>
        public void PayOwed(Ruling ruling)
        {
            var room = persona.Rubric.MostTrustATurn - Math.Max(0, state.Trust - before.Trust);
            var amount = ruling.IsMiss ? 0 : Math.Min(state.TrustOwed, room);
            if (amount > 0)
            {
                Happens(new ClientEvent.OwedTrustPaid(amount));
            }
        }

        /// <summary>The index of the layer that this reply opens, null where it opens none.</summary>
        public int? OpensLayer(Ruling ruling)
        {
            var next = state.Layer + 1;
            var opens = ruling.Earns && next < persona.Layers.Count && state.Progress.Opens(persona.Rubric)
                && state.Trust >= persona.TrustToOpen(next);
            return opens ? next : null;
        }

        public Decision Decided(Ruling ruling, Reaction reaction, string cause) => new(
            ruling.Verdict,
            ruling.Level,
            events,
            new Directive
            {
                Reaction = reaction,
                Cause = cause,
                Layer = state.Layer,
                Trust = state.Trust,
                Distress = state.Distress,
                Severity = state.Rupture.Severity,
                Stage = state.Rupture.Stage,
            });
    }
}
