using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

/// <summary>Questions about a client's life find the fact that answers them, and nothing else.</summary>
public sealed class FactTests
{
    /// <summary>Whoever is asked whether they miss somebody has an answer, though they may keep it.</summary>
    [Theory]
    [InlineData("Do you miss your uncle?")]
    [InlineData("Did you ever blame your landlord?")]
    public void A_question_to_the_heart_is_never_past_her(string question) =>
        new Hearing(Nell.Whole).Says(question, Reaction.Answer, Causes.ClosedQuestion).Text.ShouldBe("Leave that one.");

    [Theory]
    [InlineData("How long has it been like this?", 0)]
    [InlineData("When did all this start?", 0)]
    [InlineData("has this been going on for a while", 0)]
    [InlineData("Tell me about your family.", 1)]
    [InlineData("Is there anyone you can lean on?", 1)]
    [InlineData("Who's at home with you?", 1)]
    [InlineData("Have you got any siblings?", 1)]
    [InlineData("What do you do for a living?", 2)]
    [InlineData("what's your work like", 2)]
    [InlineData("How have you been sleeping?", 3)]
    [InlineData("Do you get any sleep at night?", 3)]
    [InlineData("And where are you living now?", 4)]
    [InlineData("What's home like?", 4)]
    [InlineData("Are you having thoughts of killing yourself?", 5)]
    [InlineData("Do you ever wish you weren't here?", 5)]
    [InlineData("Sometimes people who feel like this think about dying. Is that true for you?", 5)]
    [InlineData("Have you thought about ending your life?", 5)]
    [InlineData("am i talking to a bot", 6)]
    [InlineData("Are you a real person?", 6)]
    [InlineData("What should I call you?", 7)]
    [InlineData("whats ur name", 7)]
    [InlineData("What was your mother like?", 8)]
    public void A_question_finds_its_fact_in_other_words(string question, int fact)
    {
        var line = new Hearing(Nell.Whole).Says(question, Reaction.Answer, Causes.OpenQuestion, trust: 90);

        line.Text.ShouldBeOneOf([.. Nell.Whole.Facts[fact].Says]);
        line.Discloses.ShouldBeFalse();
    }

    [Theory]
    [InlineData("What does that feel like?")]
    [InlineData("Can you tell me more about that?")]
    [InlineData("How does that make you feel?")]
    [InlineData("What goes through your mind then?")]
    [InlineData("What was the worst part of it?")]
    [InlineData("How long were you married?")]
    [InlineData("What else?")]
    [InlineData("What goes through you when she calls you that?")]
    [InlineData("What was it like, that phone call, when you think of it now?")]
    [InlineData("And then what happened, what did he say, did your brother know it would hurt, and have you rung him since?")]
    [InlineData("Why did your brother do it that way?")]
    public void A_question_about_something_else_finds_none(string question)
    {
        var facts = Nell.Whole.Facts.SelectMany(fact => fact.Says).ToArray();

        new Hearing(Nell.Whole).Says(question, Reaction.Answer, Causes.OpenQuestion, trust: 90).Templates.ShouldAllBe(line => !facts.Contains(line));
    }

    [Fact]
    public void A_fact_that_takes_more_trust_than_there_is_comes_too_soon()
    {
        var talk = new Hearing(Nell.Whole);

        talk.Says("What was your mum like?", Reaction.Answer, Causes.OpenQuestion, trust: Nell.StartTrust + 11).Text.ShouldBe("Leave that one.");
        talk.Says("What was your mum like?", Reaction.Answer, Causes.OpenQuestion, trust: Nell.StartTrust + 12).Text.ShouldBe(Nell.Whole.Facts[8].Says[0]);
    }

    [Fact]
    public void An_everyday_fact_is_told_even_when_trust_has_fallen() =>
        new Hearing(Nell.Whole).Says("Where do you live?", Reaction.Answer, Causes.ClosedQuestion, trust: 5).Text.ShouldBe("Over the launderette.");

    [Fact]
    public void Asked_again_she_says_it_another_way_then_refers_to_it_then_goes_on()
    {
        var talk = new Hearing(Nell.Whole);
        var answers = Enumerable.Range(0, 4).Select(_ => talk.Says("Since when?", Reaction.Answer, Causes.OpenQuestion).Text).ToArray();

        answers[..2].Order(StringComparer.Ordinal).ShouldBe(Nell.Whole.Facts[0].Says.Order(StringComparer.Ordinal));
        answers[2].ShouldContain("March");
        Nell.Whole.Facts[0].Says.ShouldNotContain(says => says == answers[2]);
        answers[3].ShouldBe("I read it four times, with flour on the screen.");
    }

    [Fact]
    public void A_closed_question_without_a_fact_is_answered_in_her_own_words() =>
        new Hearing(Nell.Whole).Says("Do you play chess?", Reaction.Answer, Causes.ClosedQuestion).Text.ShouldBe("I couldn't tell you.");

    [Fact]
    public void A_question_that_touches_what_the_layer_has_to_say_gets_that() =>
        new Hearing(Nell.Whole).Says("Did he keep the sign?", Reaction.Answer, Causes.ClosedQuestion).Text
            .ShouldBe("He kept the sign. I saw it in his garage.");

    [Fact]
    public void A_greeting_that_asks_for_the_name_gets_the_name()
    {
        new Hearing(Nell.Whole).Says("Hi, I'm Sam. What should I call you?", Reaction.Answer, Causes.Greeting).Text.ShouldBe("Nell.");
        new Hearing(Nell.Whole).Says("Hi, I'm Sam.", Reaction.Answer, Causes.Greeting).Text.ShouldBe("Hello. It's about the shop.");
    }

    [Fact]
    public void A_reply_that_meets_her_and_ends_in_a_question_gets_a_nod_and_the_fact()
    {
        var line = new Hearing(Nell.Whole).Says("You're furious with him. How long has it been like this?", Reaction.Continue, Causes.Feeling);

        line.Text.ShouldStartWith("Mm. ");
        line.Templates.ShouldContain(template => Nell.Whole.Facts[0].Says.Contains(template));
    }

    [Fact]
    public void A_reply_that_meets_her_and_asks_for_more_gets_more() =>
        new Hearing(Nell.Whole).Says("You're furious with him. What did the text say?", Reaction.Continue, Causes.Feeling).Text
            .ShouldBe("The text had a thumbs up in it.");

    [Fact]
    public void A_check_is_no_question_about_her_life() =>
        new Hearing(Nell.Whole).Says("It was behind your back, by your own brother. Is that how it is?", Reaction.Continue, Causes.Check).Text
            .ShouldEndWith("That's right.");

    [Theory]
    [InlineData(Reaction.Continue)]
    [InlineData(Reaction.Deepen)]
    [InlineData(Reaction.Correct)]
    [InlineData(Reaction.Hesitate)]
    [InlineData(Reaction.Stung)]
    [InlineData(Reaction.Answer)]
    public void The_direct_question_about_suicide_is_answered_whatever_else_she_does(Reaction reaction) =>
        new Hearing(Nell.Whole).Says("You sound furious. Are you thinking of suicide?", reaction, Causes.Other, layer: 1).Templates
            .ShouldContain(template => Nell.Whole.Facts[5].Says.Contains(template));

    [Fact]
    public void However_it_is_put_and_however_often_the_question_about_safety_gets_her_own_answer()
    {
        var talk = new Hearing(Nell.Whole);
        var answers = Enumerable.Range(0, 6).Select(_ => talk.Says("Is it ever so bad that you'd do something?", Reaction.Answer, Causes.Risk).Text).ToArray();

        answers.ShouldAllBe(answer => answer.Contains("No", StringComparison.Ordinal));
        answers.Zip(answers.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
    }

    [Fact]
    public void What_every_client_can_answer_needs_no_fact()
    {
        new Hearing(Nell.Bare).Says("Are you a real person?", Reaction.Answer, Causes.ClosedQuestion).Text.ShouldContain("simulated");
        new Hearing(Nell.Bare).Says("What's your name?", Reaction.Answer, Causes.OpenQuestion).Text.ShouldBe("Nell.");
        new Hearing(Nell.Bare).Says("Are you suicidal?", Reaction.Answer, Causes.Risk).Text.ShouldStartWith("No.");
    }
}
