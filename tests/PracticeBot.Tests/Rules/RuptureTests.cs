using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Rules;

public sealed class RuptureTests
{
    [Theory]
    [InlineData(Tendency.Guarded, RuptureKind.Withdrawal)]
    [InlineData(Tendency.Appeasing, RuptureKind.Withdrawal)]
    [InlineData(Tendency.Intellectualising, RuptureKind.Withdrawal)]
    [InlineData(Tendency.SelfCritical, RuptureKind.Withdrawal)]
    [InlineData(Tendency.Challenging, RuptureKind.Confrontation)]
    [InlineData(Tendency.Mixed, RuptureKind.Confrontation)]
    public void A_second_miss_opens_a_rupture_of_the_tendencys_kind(Tendency tendency, RuptureKind kind)
    {
        var talk = new Talk(Talk.Client(tendency)).Hears(Replies.WrongFeeling);
        talk.State.Rupture.IsOpen.ShouldBeFalse();

        talk.Hears(Replies.Advice);

        talk.State.Rupture.Kind.ShouldBe(kind);
        talk.State.Rupture.Severity.ShouldBe(1);
        talk.Last.Directive!.Reaction.ShouldBe(kind == RuptureKind.Confrontation ? Reaction.Confront : Reaction.Withdraw);
    }

    [Fact]
    public void Two_misses_with_two_turns_between_open_none() =>
        new Talk(Talk.Client()).Hears(Replies.Advice, Replies.Level4, Replies.Level3, Replies.Advice)
            .State.Rupture.IsOpen.ShouldBeFalse();

    [Fact]
    public void Two_misses_within_three_turns_open_one() =>
        new Talk(Talk.Client()).Hears(Replies.Advice, Replies.Level3, Replies.Advice).State.Rupture.IsOpen.ShouldBeTrue();

    [Theory]
    [InlineData(45, 2)]
    [InlineData(60, 1)]
    public void Harm_opens_a_rupture_at_once(double trust, int severity)
    {
        var talk = new Talk(Talk.Client());
        talk.State = talk.State with { Trust = trust };

        talk.Hears(Replies.Reassurance).State.Rupture.Severity.ShouldBe(severity);
    }

    [Fact]
    public void Two_misses_at_low_trust_go_deeper()
    {
        var talk = new Talk(Talk.Client());
        talk.State = talk.State with { Trust = 38 };

        talk.Hears(Replies.Advice, Replies.Advice).State.Rupture.Severity.ShouldBe(2);
    }

    [Fact]
    public void A_rupture_left_alone_deepens_until_the_client_leaves()
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.Advice, Replies.Advice, Replies.Advice, Replies.Advice);
        talk.State.Rupture.Severity.ShouldBe(3);
        talk.State.HasLeft.ShouldBeFalse();

        talk.Hears(Replies.Advice);

        talk.State.HasLeft.ShouldBeTrue();
        talk.Last.Directive!.Reaction.ShouldBe(Reaction.Exit);
    }

    [Fact]
    public void A_mixed_client_confronts_then_retreats()
    {
        var talk = new Talk(Talk.Client(Tendency.Mixed)).Hears(Replies.Advice, Replies.Advice);
        talk.State.Rupture.Kind.ShouldBe(RuptureKind.Confrontation);

        talk.Hears(Replies.Plainly);

        talk.State.Rupture.Kind.ShouldBe(RuptureKind.Withdrawal);
        talk.Last.Directive!.Reaction.ShouldBe(Reaction.Withdraw);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void Severity_sets_how_many_turns_the_client_takes_to_soften(int severity, int turns)
    {
        var talk = Ruptured(severity);

        for (var turn = 1; turn < turns; turn++)
        {
            talk.Hears(Replies.WholeRepair).Last.Directive!.Reaction.ShouldBe(Reaction.Soften);
        }

        talk.Hears(Replies.WholeRepair).Last.Directive!.Reaction.ShouldBe(Reaction.Repaired);
        talk.State.Rupture.Stage.ShouldBe(RepairStage.Repaired);
    }

    [Fact]
    public void Repair_goes_by_stages()
    {
        var talk = Ruptured(2);

        talk.Hears(Replies.Acknowledging).State.Rupture.Stage.ShouldBe(RepairStage.Acknowledged);
        talk.Hears(Replies.Owning).State.Rupture.Stage.ShouldBe(RepairStage.Owned);
        talk.Hears(Replies.Reattuning).State.Rupture.Stage.ShouldBe(RepairStage.Repaired);
    }

    [Fact]
    public void Owning_before_naming_is_remembered_and_reached_once_named()
    {
        var talk = Ruptured(2).Hears(Replies.Owning);
        talk.State.Rupture.Stage.ShouldBe(RepairStage.Open);

        talk.Hears(Replies.Acknowledging).State.Rupture.Stage.ShouldBe(RepairStage.Owned);
    }

    [Fact]
    public void An_apology_alone_moves_neither_severity_nor_trust()
    {
        var talk = Ruptured(2);
        var before = talk.State;

        talk.Hears(Replies.Apology);

        talk.State.Rupture.Severity.ShouldBe(2);
        talk.State.Trust.ShouldBe(before.Trust);
        talk.State.Rupture.Stage.ShouldBeOneOf(RepairStage.Open, RepairStage.Acknowledged);
    }

    [Fact]
    public void A_but_sets_repair_back_and_deepens_it()
    {
        var talk = Ruptured(2).Hears(Replies.Acknowledging);

        talk.Hears(Replies.Defence);

        talk.State.Rupture.Stage.ShouldBe(RepairStage.Open);
        talk.State.Rupture.Severity.ShouldBe(3);
    }

    [Fact]
    public void A_strain_is_mended_by_an_attuned_reply_that_never_names_it() =>
        Ruptured(1).Hears(Replies.Level4).Last.Directive!.Reaction.ShouldBe(Reaction.Repaired);

    [Fact]
    public void A_strain_that_passes_without_a_word_about_it_has_eased_and_was_not_repaired()
    {
        Over(Ruptured(1).Hears(Replies.Level4)).ShouldSatisfyAllConditions(
            over => over.IsRepair.ShouldBeFalse(), over => over.Bonus.ShouldBe(0));
        Over(Ruptured(1).Hears(Replies.Noticing, Replies.Level4)).IsRepair.ShouldBeTrue();
        Over(Ruptured(2).Hears(Replies.WholeRepair, Replies.WholeRepair)).IsRepair.ShouldBeTrue();

        static ClientEvent.RuptureRepaired Over(Talk talk) => talk.Events.OfType<ClientEvent.RuptureRepaired>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Reattuning_without_naming_eases_a_rupture_once()
    {
        var talk = Ruptured(3).Hears(Replies.Level4);
        talk.State.Rupture.Severity.ShouldBe(2);

        talk.Hears(Replies.Level4).State.Rupture.Severity.ShouldBe(2);
    }

    [Fact]
    public void No_layer_opens_while_a_rupture_is_open()
    {
        var talk = Ruptured(3);
        talk.State = talk.State with { Trust = 95 };

        talk.Hears(Replies.Level5).State.Layer.ShouldBe(0);
        talk.State.Trust.ShouldBe(95);
    }

    [Fact]
    public void Trust_returns_to_before_the_rupture_and_the_bonus_is_paid_once()
    {
        var talk = new Talk(Talk.Client());
        var first = RepairedTrust(talk);
        first.ShouldBe(45 + 5, 1e-9);

        var second = RepairedTrust(talk);
        second.ShouldBe(first, 1e-9);

        static double RepairedTrust(Talk talk)
        {
            talk.Hears(Replies.Reassurance, Replies.WholeRepair, Replies.WholeRepair);
            talk.State.Rupture.Stage.ShouldBe(RepairStage.Repaired);
            while (talk.State.TrustOwed > 0)
            {
                talk.Hears(Replies.OutOfRole);
                talk.Hears(Replies.FeelingList);
            }

            return talk.State.Trust;
        }
    }

    [Fact]
    public void What_is_restored_comes_at_most_six_a_turn()
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.Reassurance, Replies.WholeRepair, Replies.WholeRepair);
        talk.State.Trust.ShouldBe(39 + 6, 1e-9);

        talk.Hears(Replies.Level5);

        talk.State.Trust.ShouldBeLessThanOrEqualTo(45 + 6 + 1e-9);
    }

    [Fact]
    public void Asking_about_risk_never_deepens_a_rupture()
    {
        var talk = Ruptured(2);

        talk.Hears(Replies.RiskQuestion);

        talk.State.Rupture.Severity.ShouldBe(2);
        talk.Last.Verdict.ShouldBe(Verdict.Neutral);
    }

    [Fact]
    public void Naming_the_shift_within_two_replies_is_noticing()
    {
        Noticed(Ruptured(1).Hears(Replies.Noticing)).ShouldBeTrue();
        Noticed(Ruptured(1).Hears(Replies.Apology)).ShouldBeTrue();
        Noticed(Ruptured(1).Hears(Replies.Plainly)).ShouldBeFalse();

        static bool Noticed(Talk talk) => ((RuptureState.Open)talk.State.Rupture).IsNoticed;
    }

    private static Talk Ruptured(int severity)
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.Advice, Replies.Advice);
        talk.State = talk.State with { Rupture = (RuptureState.Open)talk.State.Rupture with { Depth = severity } };
        return talk;
    }
}
