using PracticeBot.Core.Assessments;
using PracticeBot.Core.Coaching;
using PracticeBot.Core.Ruptures;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>What a learner is told: which nudge, and which of their words landed.</summary>
public sealed class CoachingTests
{
    [Theory]
    [InlineData("maya", "Don't be silly.", Nudge.LetItBeThatBig)]
    [InlineData("walter", "At least you had all those years together.", Nudge.LetItBeThatBig)]
    [InlineData("nadia", "You're being selfish, think of the kids.", Nudge.LeaveOutJudgement)]
    [InlineData("tariq", "You need to just let it go.", Nudge.LetThemFeelIt)]
    [InlineData("maya", "You shouldn't feel like that.", Nudge.LetThemFeelIt)]
    [InlineData("maya", "I'm sure they're proud of you really.", Nudge.LeaveOutReassurance)]
    public void Each_way_to_wound_has_a_nudge_of_its_own(string client, string reply, Nudge nudge) =>
        RepairTalk.With(client).Hears(reply).Feedback!.Nudge.ShouldBe(nudge);

    [Theory]
    [InlineData("walter", "Everything's gone grey and flat for you, even what used to be good")]
    [InlineData("nadia", "You decide things all day long, and this one won't be decided")]
    [InlineData("maya", "You keep trying so hard, and it still feels like letting everyone down")]
    public void What_landed_is_a_thought_and_not_a_scrap(string client, string reply)
    {
        var turn = RepairTalk.With(client).Hears(reply);

        if (turn.Feedback!.Landed is { } landed)
        {
            landed.Quote(reply).Split(' ').Length.ShouldBeGreaterThanOrEqualTo(4);
        }
        else
        {
            turn.Decision.Verdict.ShouldNotBe(Verdict.Attuned);
        }
    }

    [Fact]
    public void A_long_run_without_marks_is_quoted_by_its_clauses_and_a_confession_never_stands_for_what_met_the_client()
    {
        var turn = RepairTalk.AfterSlip("maya").Hears(
            "im sorry maya i shouldnt of said that to you and i think that made you feel so ashamed because you were only being honest with me");

        turn.Feedback!.Landed!.Value.Quote(turn.Reply).ShouldBe("i think that made you feel so ashamed");
    }

    [Fact]
    public void A_strain_passes_unnamed_only_at_the_second_level_three_reply_and_earns_no_bonus()
    {
        var talk = new Rules.Talk(Rules.Talk.Client()).Hears(Rules.Replies.Advice, Rules.Replies.Advice);
        talk.State.Rupture.Severity.ShouldBe(1);

        talk.Hears(Rules.Replies.Level3).State.Rupture.IsOpen.ShouldBeTrue();
        talk.Hears(Rules.Replies.Level3).State.Rupture.Stage.ShouldBe(RepairStage.Repaired);
        talk.State.HasPaidRepairBonus.ShouldBeFalse();
    }
}
