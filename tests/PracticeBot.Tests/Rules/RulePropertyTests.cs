using FsCheck;
using FsCheck.Fluent;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Rules;

/// <summary>What holds for every talk, whatever is said.</summary>
public sealed class RulePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Trust_and_distress_stay_in_range_and_move_at_most_six_a_turn() => ForEveryTalk((persona, replies) =>
    {
        var talk = new Talk(persona);
        foreach (var reply in replies)
        {
            var before = talk.State;
            talk.Hears(reply);
            talk.State.Trust.ShouldBeInRange(0, 100);
            talk.State.Distress.ShouldBeInRange(0, 100);
            Math.Abs(talk.State.Trust - before.Trust).ShouldBeLessThanOrEqualTo(6 + 1e-9);
        }
    });

    [Fact]
    public void Replaying_the_events_gives_the_live_state() => ForEveryTalk((persona, replies) =>
    {
        var talk = new Talk(persona).Hears([.. replies]);
        var replayed = TurnReducer.Fold(talk.Start, talk.Events, persona.Rubric);
        (replayed with { Recent = [] }).ShouldBe(talk.State with { Recent = [] });
        replayed.Recent.ShouldBe(talk.State.Recent);
    });

    [Fact]
    public void No_rupture_opens_without_a_cause() => ForEveryTalk((persona, replies) =>
    {
        var talk = new Talk(persona);
        foreach (var reply in replies)
        {
            var before = talk.State;
            var decision = talk.Hears(Replies.Judged(reply));
            if (!before.Rupture.IsOpen && talk.State.Rupture is RuptureState.Open rupture)
            {
                decision.Verdict.ShouldBeOneOf(Verdict.Missed, Verdict.Harmful);
                (decision.Verdict == Verdict.Harmful || before.Recent.TakeLast(2).Any(recent => recent.Missed)).ShouldBeTrue();
                Causes.All.Contains(rupture.Cause).ShouldBeTrue();
            }
        }
    });

    [Fact]
    public void No_layer_opens_below_its_trust_nor_more_than_one_a_turn_nor_closes() => ForEveryTalk((persona, replies) =>
    {
        var talk = new Talk(persona);
        foreach (var reply in replies)
        {
            var before = talk.State;
            talk.Hears(reply);
            talk.State.Layer.ShouldBeInRange(before.Layer, before.Layer + 1);
            if (talk.State.Layer > before.Layer)
            {
                talk.State.Trust.ShouldBeGreaterThanOrEqualTo(persona.TrustToOpen(talk.State.Layer));
                before.Rupture.IsOpen.ShouldBeFalse();
            }
        }
    });

    [Fact]
    public void The_repair_bonus_is_paid_at_most_once() => ForEveryTalk((persona, replies) =>
        new Talk(persona).Hears([.. replies]).Events.OfType<ClientEvent.RuptureRepaired>().Sum(repaired => repaired.Bonus)
            .ShouldBeLessThanOrEqualTo(5));

    [Fact]
    public void Every_wounding_breach_harms_whatever_else_the_reply_does() => ForEveryTalk((persona, replies) =>
    {
        var talk = new Talk(persona);
        foreach (var reply in replies)
        {
            var worded = reply.Kind is ReplyKind.Offering ? reply with { Breaches = [.. reply.Breaches, Breach.Dismissal] } : reply;
            var decision = talk.Hears(Replies.Judged(worded));
            if (worded.Kind == ReplyKind.Offering)
            {
                decision.Verdict.ShouldBe(Verdict.Harmful);
                decision.Level.ShouldBe(1);
            }
        }
    });

    [Fact]
    public void From_any_state_the_client_reacts_differently_to_being_met_and_being_missed() => ForEveryTalk((persona, replies) =>
    {
        var talk = new Talk(persona).Hears([.. replies]);
        var met = TurnDecider.Decide(persona, talk.State, Replies.Judged(Replies.Level5)).Directive!.Reaction;
        var missed = TurnDecider.Decide(persona, talk.State, Replies.Judged(Replies.Advice)).Directive!.Reaction;
        met.ShouldNotBe(missed);
    });

    [Fact]
    public void Every_leaf_of_the_rules_is_reached_by_some_reply()
    {
        var reached = new HashSet<Reaction>();
        foreach (var tendency in Enum.GetValues<Tendency>())
        {
            foreach (var first in Replies.All.Values)
            {
                foreach (var second in Replies.All.Values)
                {
                    var talk = new Talk(Talk.Client(tendency));
                    talk.State = talk.State with { Trust = 70 };
                    talk.Hears(first, second, first, second, first);
                    reached.UnionWith(talk.Decisions.Select(decision => decision.Directive!.Reaction));
                }
            }
        }

        reached.ShouldBe(Enum.GetValues<Reaction>(), ignoreOrder: true);
    }

    private static void ForEveryTalk(Action<Persona, IReadOnlyList<Assessment>> holds)
    {
        var replies = Gen.Elements(Replies.All.Values.ToArray());
        var talks =
            from tendency in Gen.Elements(Enum.GetValues<Tendency>())
            from layers in Gen.Elements(4, 5, 6)
            from trust in Gen.Choose(0, 60)
            from said in Gen.ListOf(replies)
            select (Talk.Client(tendency, layers, trust), said.ToList());
        Prop.ForAll(talks.ToArbitrary(), talk => holds(talk.Item1, talk.Item2)).Check(Runs);
    }
}
