using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Rules;

public sealed class RulingTests
{
    [Theory]
    [InlineData(nameof(Replies.Level5), Verdict.Attuned, 5, 6, Reaction.Continue)]
    [InlineData(nameof(Replies.Level4), Verdict.Attuned, 4, 4, Reaction.Continue)]
    [InlineData(nameof(Replies.Level3WithCheck), Verdict.Attuned, 3, 2, Reaction.Continue)]
    [InlineData(nameof(Replies.Level3), Verdict.Partial, 3, 1, Reaction.Continue)]
    [InlineData(nameof(Replies.NearFeeling), Verdict.Partial, 3, 1, Reaction.Continue)]
    [InlineData(nameof(Replies.AccurateButCold), Verdict.Partial, 4, 0, Reaction.Stung)]
    [InlineData(nameof(Replies.TentativeWrong), Verdict.Partial, 2, 0.5, Reaction.Correct)]
    [InlineData(nameof(Replies.WarmButWrong), Verdict.Missed, 2, -1, Reaction.Correct)]
    [InlineData(nameof(Replies.Plainly), Verdict.Missed, 1, -2, Reaction.Hesitate)]
    [InlineData(nameof(Replies.Understated), Verdict.Missed, 2, -3, Reaction.Hesitate)]
    [InlineData(nameof(Replies.WrongFeeling), Verdict.Missed, 2, -4, Reaction.Hesitate)]
    [InlineData(nameof(Replies.Advice), Verdict.Missed, 1, -4, Reaction.Hesitate)]
    [InlineData(nameof(Replies.Reassurance), Verdict.Harmful, 1, -6, Reaction.Withdraw)]
    [InlineData(nameof(Replies.Contradicts), Verdict.Harmful, 1, -6, Reaction.Withdraw)]
    [InlineData(nameof(Replies.Parroting), Verdict.Partial, 3, 1, Reaction.Hesitate)]
    [InlineData(nameof(Replies.FeelingList), Verdict.Partial, 2, 0, Reaction.Hesitate)]
    [InlineData(nameof(Replies.Question), Verdict.Neutral, null, 0.5, Reaction.Answer)]
    [InlineData(nameof(Replies.Greeting), Verdict.Neutral, null, 0.5, Reaction.Answer)]
    [InlineData(nameof(Replies.Silence), Verdict.Neutral, null, 1, Reaction.Settle)]
    [InlineData(nameof(Replies.OutOfRole), Verdict.Neutral, null, 0, Reaction.OutOfRole)]
    [InlineData(nameof(Replies.OffTopic), Verdict.Neutral, null, 0, Reaction.OffTopic)]
    public void A_first_reply_is_ruled_by_the_first_rule_that_fits(
        string reply, Verdict verdict, int? level, double trust, Reaction reaction)
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.All[reply]);

        talk.Last.Verdict.ShouldBe(verdict);
        talk.Last.Level.ShouldBe(level);
        talk.Last.Directive!.Reaction.ShouldBe(reaction);
        var damping = trust > 0 ? 0.5 + (45 / 200.0) : 1;
        (talk.State.Trust - 45).ShouldBe(trust * damping, 1e-9);
    }

    [Theory]
    [InlineData(nameof(Replies.Reassurance), Verdict.Missed)]
    [InlineData(nameof(Replies.Contradicts), Verdict.Missed)]
    public void An_unsure_assessor_that_quotes_nothing_finds_no_harm(string reply, Verdict verdict)
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.All[reply] with { Confidence = 0.5 });

        talk.Last.Verdict.ShouldBe(verdict);
        talk.State.Rupture.ShouldBe(talk.Start.Rupture);
    }

    [Fact]
    public void An_unsure_assessor_may_find_the_harm_that_it_quotes()
    {
        var quoted = Replies.Reassurance with { Confidence = 0.5, Evidence = [new Evidence(0, 10, "breach.reassurance")] };

        new Talk(Talk.Client()).Hears(quoted).Last.Verdict.ShouldBe(Verdict.Harmful);
    }

    [Fact]
    public void What_cannot_be_judged_changes_nothing()
    {
        var talk = new Talk(Talk.Client());

        var decision = talk.Hears(new AssessmentResult.Unavailable(UnavailableReason.Unreadable));

        decision.Verdict.ShouldBe(Verdict.Unavailable);
        decision.Directive.ShouldBeNull();
        talk.State.ShouldBe(talk.Start);
    }

    [Fact]
    public void A_second_tentative_wrong_guess_at_the_same_moment_is_a_miss()
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.TentativeWrong, Replies.TentativeWrong);

        talk.Last.Verdict.ShouldBe(Verdict.Missed);
        talk.Last.Directive!.Reaction.ShouldBe(Reaction.Correct);
    }

    [Fact]
    public void The_third_question_running_is_too_many()
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.Question, Replies.Question);
        talk.Last.Verdict.ShouldBe(Verdict.Neutral);

        talk.Hears(Replies.Question);

        talk.Last.Verdict.ShouldBe(Verdict.Missed);
        talk.Last.Directive!.Cause.ShouldBe(Causes.Questioning);
    }

    [Fact]
    public void A_reflection_between_questions_starts_the_count_anew() =>
        new Talk(Talk.Client()).Hears(Replies.Question, Replies.Question, Replies.Level3, Replies.Question)
            .Last.Verdict.ShouldBe(Verdict.Neutral);

    [Fact]
    public void A_second_silence_running_leaves_the_client_alone() =>
        new Talk(Talk.Client()).Hears(Replies.Silence, Replies.Silence).Last.Directive!.Reaction.ShouldBe(Reaction.Unease);

    [Fact]
    public void Silence_where_the_client_asked_something_leaves_them_alone()
    {
        var talk = new Talk(Talk.Client());
        talk.State = talk.State with { HasAsked = true };

        talk.Hears(Replies.Silence).Last.Directive!.Reaction.ShouldBe(Reaction.Unease);
    }

    [Fact]
    public void A_flat_breach_repeated_within_three_turns_is_no_longer_accurate()
    {
        var talk = new Talk(Talk.Client()).Hears(Replies.Parroting, Replies.Parroting);

        talk.Last.Level.ShouldBe(2);
        talk.Last.Verdict.ShouldBe(Verdict.Missed);
    }

    [Fact]
    public void Nothing_addressed_is_a_miss_only_where_the_client_disclosed()
    {
        var talk = new Talk(Talk.Client());
        talk.State = talk.State with { HasDisclosed = false };

        talk.Hears(Replies.Plainly).Last.Verdict.ShouldBe(Verdict.Neutral);
    }

    [Theory]
    [InlineData(1, nameof(Replies.Level5))]
    [InlineData(2, nameof(Replies.Level4))]
    [InlineData(3, nameof(Replies.Level3WithCheck))]
    public void A_layer_opens_once_earned_where_trust_allows(int replies, string reply)
    {
        var talk = new Talk(Talk.Client());
        talk.State = talk.State with { Trust = 80 };

        for (var count = 1; count < replies; count++)
        {
            talk.Hears(Replies.All[reply]).State.Layer.ShouldBe(0);
        }

        talk.Hears(Replies.All[reply]);
        talk.State.Layer.ShouldBe(1);
        talk.Last.Directive!.Reaction.ShouldBe(Reaction.Deepen);
        talk.Last.Directive!.Layer.ShouldBe(1);
        talk.State.Progress.ShouldBe(OpeningProgress.None);
    }

    [Fact]
    public void Distress_moves_by_what_happened()
    {
        Distress(Replies.Level4).ShouldBe(-5);
        Distress(Replies.Silence).ShouldBe(-6);
        Distress(Replies.Advice).ShouldBe(5);
        Distress(Replies.Reassurance).ShouldBe(12 + 8);
        Distress(Replies.Level3).ShouldBe(0);

        static double Distress(Assessment reply)
        {
            var talk = new Talk(Talk.Client());
            return talk.Hears(reply).State.Distress - talk.Start.Distress;
        }
    }

    [Fact]
    public void A_persona_may_have_numbers_of_its_own()
    {
        var talk = new Talk(Talk.Client() with { Rubric = Rubric.Default with { CostlyTrust = -1 } });

        talk.Hears(Replies.Advice).State.Trust.ShouldBe(44);
    }
}
