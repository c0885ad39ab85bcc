using PracticeBot.Core.Assessments;
using PracticeBot.Core.Coaching;
using PracticeBot.Core.Ruptures;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>Whole short talks in which something goes wrong and is put right, and what the learner is told on the way.</summary>
public sealed class RepairedTalkTests
{
    [Fact]
    public void Maya_told_not_to_be_silly_comes_back_over_two_turns_of_a_model_repair()
    {
        var talk = RepairTalk.AfterSlip("maya");

        var repair = talk.Hears("I just told you not to feel it. That was wrong of me. You smiled, but i think it stung.");
        repair.After.Rupture.Stage.ShouldBe(RepairStage.Reattuned);
        repair.After.Rupture.Severity.ShouldBe(2);
        repair.Decision.Verdict.ShouldBe(Verdict.Attuned);
        repair.Feedback!.Nudge.ShouldBe(Nudge.StayAfterRepair);
        Landed(repair).ShouldBe("You smiled, but i think it stung");

        var stays = talk.Hears("I'd like to stay with how that was for you, if you're willing.");
        stays.After.Rupture.Stage.ShouldBe(RepairStage.Repaired);
        stays.After.Trust.ShouldBeGreaterThanOrEqualTo(repair.Before.Trust + 6);
    }

    [Fact]
    public void Nadia_judged_is_met_in_her_anger_and_owned_to()
    {
        var talk = RepairTalk.AfterSlip("nadia");

        var owned = talk.Hears("i shouldnt of said that. that was me judging you");
        owned.After.Rupture.Stage.ShouldBe(RepairStage.Owned);
        owned.Feedback!.Nudge.ShouldBe(Nudge.MeetTheHurt);

        var met = talk.Hears("and you'd be right to be angry, you came for help and got a verdict");
        met.After.Rupture.Stage.ShouldBe(RepairStage.Repaired);
        Landed(met).ShouldBe("you'd be right to be angry");
    }

    [Fact]
    public void Walter_consoled_with_at_least_is_owned_to_then_met()
    {
        var talk = RepairTalk.AfterSlip("walter");

        var owned = talk.Hears("I said 'at least', and you went quiet. That was me wanting it to be better… I'm sorry");
        owned.After.Rupture.Stage.ShouldBe(RepairStage.Owned);
        owned.Feedback!.Nudge.ShouldBe(Nudge.MeetTheHurt);

        var met = talk.Hears("I think that hurt, and I made you want to pack it in");
        met.After.Rupture.Stage.ShouldBe(RepairStage.Repaired);
        Landed(met).ShouldBe("I think that hurt, and I made you want to pack it in");
    }

    [Fact]
    public void Tariq_told_to_calm_down_is_lost_again_by_a_but_and_won_back_by_owning()
    {
        var talk = RepairTalk.AfterSlip("tariq");

        var defended = talk.Hears("sorry but i was only trying to help");
        defended.After.Rupture.Severity.ShouldBe(3);
        defended.Feedback!.Nudge.ShouldBe(Nudge.NoButs);
        defended.Feedback.Landed.ShouldBeNull();

        var repair = talk.Hears("i told you to calm down and then made excuses. thats on me. no wonder youre pissed off");
        repair.After.Rupture.Stage.ShouldBe(RepairStage.Reattuned);

        talk.Hears("im still here if you want to tell me off").After.Rupture.Severity.ShouldBe(3);
        talk.Hears("You've every right to be angry with me.").After.Rupture.Stage.ShouldBe(RepairStage.Repaired);
    }

    [Fact]
    public void A_miss_named_before_a_rupture_comes_of_it_is_no_wrong_guess_and_opens_none()
    {
        var talk = RepairTalk.With("walter");
        talk.Hears("Have you tried going to a bereavement group?").After.Recent[^1].Missed.ShouldBeTrue();

        var named = talk.Hears("that must have made you feel like just another case, it hurt a bit i think");

        named.After.Rupture.IsOpen.ShouldBeFalse();
        named.Decision.Verdict.ShouldBe(Verdict.Neutral);
    }

    private static string? Landed(PlayedTurn turn) => turn.Feedback!.Landed?.Quote(turn.Reply);
}
