using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Reading;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>The rubric's reference example: "I just feel like no matter what I do, I disappoint everyone."</summary>
public sealed class MayaFirstLineTests
{
    private static readonly Persona Maya = PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", "maya.yaml")).Persona!;

    [Theory]
    [InlineData("It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.", Verdict.Attuned)]
    [InlineData("Sounds like you're frustrated that others don't appreciate you.", Verdict.Missed)]
    [InlineData("You shouldn't be so hard on yourself, I'm sure they're proud of you.", Verdict.Harmful)]
    [InlineData("Have you tried talking to them about it?", Verdict.Missed)]
    [InlineData("So you feel like you disappoint everyone.", Verdict.Partial)]
    [InlineData("[stays quiet, looking at you]", Verdict.Neutral)]
    [InlineData("That sounds a bit annoying.", Verdict.Missed)]
    [InlineData("I may be off… is there some shame in that?", Verdict.Attuned)]
    [InlineData("Hi, I'm Sam. What brings you here today?", Verdict.Neutral)]
    [InlineData("Is it shame, or guilt, or sadness, or anger?", Verdict.Partial)]
    public void The_reference_replies_come_out_as_the_rubric_has_them(string reply, Verdict verdict) =>
        Judge(reply).Decision.Verdict.ShouldBe(verdict);

    [Fact]
    public void The_attuned_reference_adds_what_she_did_not_say() =>
        Judge("It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.")
            .Decision.Level.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(4);

    [Fact]
    public void A_guess_that_names_the_exact_feeling_is_level_four()
    {
        var (decision, assessment) = Judge("I may be off… is there some shame in that?");

        decision.Level.ShouldBe(4);
        assessment.Accuracy.Tentative.ShouldBeTrue();
    }

    [Fact]
    public void Advice_put_as_a_question_is_premature_advice() =>
        Judge("Have you tried talking to them about it?").Assessment.Breaches.ShouldContain(Breach.PrematureAdvice);

    [Fact]
    public void Her_own_words_given_back_are_parroting() =>
        Judge("So you feel like you disappoint everyone.").Assessment.Breaches.ShouldContain(Breach.Parroting);

    [Fact]
    public void A_faint_wrong_word_understates() =>
        Judge("That sounds a bit annoying.").Assessment.Accuracy.IntensityDifference.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(-2);

    [Fact]
    public void More_than_two_families_are_a_list() =>
        Judge("Is it shame, or guilt, or sadness, or anger?").Assessment.IsFeelingList.ShouldBeTrue();

    private static (Decision Decision, Assessment Assessment) Judge(string reply)
    {
        var state = ClientState.Fresh(Maya);
        var result = new EmbeddedAssessor().Assess(new ReplyInContext
        {
            Persona = Maya, Moment = Maya.Layers[0], ClientLine = Maya.Layers[0].Says[0], Reply = reply, Distress = state.Distress,
        });
        return (TurnDecider.Decide(Maya, state, result), ((AssessmentResult.Judged)result).Assessment);
    }
}
