using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

/// <summary>One hears in a line what it answers to.</summary>
public sealed class TakenUpTests
{
    [Theory]
    [InlineData(Reaction.Correct, Causes.WrongFeeling, "I wonder if you're jealous of him?", "No. It's in my jaw.", "Jealous of him? No. It's in my jaw.")]
    [InlineData(Reaction.Hesitate, Causes.Understated, "You're a bit annoyed.", "More than that.", "A bit annoyed? More than that.")]
    [InlineData(Reaction.Continue, Causes.Meaning, "It was all done behind your back.", "Yes. By text.", "It was all done behind my back. Yes. By text.")]
    [InlineData(Reaction.Continue, Causes.Meaning, "It was all done behind your back.", "*nods* I got a text.", "*nods* It was all done behind my back… I got a text.")]
    public void A_line_without_a_slot_begins_with_what_was_said(Reaction reaction, string cause, string reply, string line, string spoken) =>
        new Hearing(Nell.Saying(reaction, cause, line)).Says(reply, reaction, cause, layer: 2).Text.ShouldBe(spoken);

    [Theory]
    [InlineData(Reaction.Settle, Causes.Silence, "You were shut out by your brother.")]
    [InlineData(Reaction.Continue, Causes.Meaning, "Thank you for telling me.")]
    [InlineData(Reaction.Continue, Causes.Meaning, "You were shut out by your brother. What did he say?")]
    [InlineData(Reaction.Correct, Causes.Other, "You were shut out by your brother.")]
    public void Where_it_would_be_out_of_place_nothing_stands_before_a_line(Reaction reaction, string cause, string reply) =>
        new Hearing(Nell.Saying(reaction, cause, "So it is.")).Says(reply, reaction, cause, layer: 2).Text.ShouldBe("So it is.");

    [Fact]
    public void She_does_not_begin_twice_running_with_the_learners_words()
    {
        var talk = new Hearing(Nell.Saying(Reaction.Continue, Causes.Meaning, "One.", "Two.", "Three."));
        string[] replies = ["It was done behind your back.", "Nobody asked you about the ovens.", "He took the keys off your hook."];
        var lines = replies.Select(reply => talk.Says(reply, Reaction.Continue, Causes.Meaning, layer: 2).Text).ToArray();

        lines[0].ShouldContain("… ");
        lines[1].ShouldNotContain("… ");
        lines[2].ShouldContain("… ");
    }

    [Fact]
    public void A_line_that_takes_the_phrase_up_itself_says_it_once() =>
        new Hearing(Nell.Saying(Reaction.Correct, Causes.WrongFeeling, "*{phrase}?* No.")).Says("Maybe you're jealous of him?", Reaction.Correct, Causes.WrongFeeling, layer: 2)
            .Text.ShouldBe("*Jealous of him?* No.");

    [Fact]
    public void A_rupture_is_spoken_in_one_breath_where_the_file_has_a_line_for_the_cause()
    {
        var client = Nell.Bare with
        {
            Lines = Nell.Book(
                (Reaction.Hesitate, Causes.Reassurance, ["So they say."]),
                (Reaction.Withdraw, Causes.Reassurance, ["Then there's no more to tell."]),
                (Reaction.Withdraw, Causes.Rupture, ["I've said enough."]),
                (Reaction.Withdraw, Causes.AboutToLeave, ["I'll get my coat."])),
        };

        new Hearing(client).Says("It'll be fine.", Reaction.Withdraw, Causes.Reassurance, severity: 1).Text.ShouldBe("Then there's no more to tell.");
        new Hearing(client).Says("It'll be fine.", Reaction.Withdraw, Causes.Reassurance, severity: 3).Text.ShouldBe("I'll get my coat.");
        new Hearing(client).Says("You're wrong.", Reaction.Withdraw, Causes.Judgement, severity: 2).Text.ShouldBe("I've said enough.");
    }

    [Fact]
    public void A_misstep_that_the_learner_names_is_answered_as_such_whatever_else_was_heard()
    {
        var client = Nell.Saying(Reaction.Soften, Causes.Owned, "*{phrase}.* You did.", "All right.");

        new Hearing(client).Says("I pushed you about the shop. I'm sorry for that.", Reaction.Correct, Causes.WrongFeeling, layer: 2).Text
            .ShouldBe("*You pushed me about the shop.* You did.");
    }

    [Fact]
    public void Met_again_without_a_word_about_what_went_wrong_she_goes_on_and_met_with_one_she_says_so()
    {
        var client = Nell.Bare with
        {
            Lines = Nell.Book((Reaction.Repaired, Causes.Other, ["You came back for that."]), (Reaction.Repaired, Causes.Reattuned, ["That's nearer."])),
        };

        new Hearing(client).Says("You miss her.", Reaction.Repaired, layer: 2).Text.ShouldBe("That's nearer.");
        new Hearing(client).Says("I rushed you, and I'm sorry I did.", Reaction.Repaired, layer: 2).Text.ShouldBe("You came back for that.");
    }

    [Fact]
    public void A_question_about_her_life_is_answered_though_the_reply_was_taken_for_a_miss() =>
        new Hearing(Nell.Whole).Says("Are you sleeping all right?", Reaction.Correct).Text.ShouldBe("I wake at three for a shop that's gone.");
}
