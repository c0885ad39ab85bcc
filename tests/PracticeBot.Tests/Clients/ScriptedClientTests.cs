using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

public sealed class ScriptedClientTests
{
    [Fact]
    public void A_first_meeting_opens_with_the_first_line_listed_and_a_second_one_with_the_other()
    {
        var first = Hearing.Client.Open(Nell.Whole, new VoiceContext { Seed = 7 });
        var second = Hearing.Client.Open(Nell.Whole, new VoiceContext { Seed = 7, Spoken = new HashSet<string>(first.Templates, StringComparer.Ordinal) });

        first.Text.ShouldBe(Nell.Whole.Layers[0].Says[0]);
        first.Discloses.ShouldBeTrue();
        second.Text.ShouldBe(Nell.Whole.Layers[0].Says[1]);
        Hearing.Client.Open(Nell.Whole, new VoiceContext(), layer: 2).Text.ShouldBe(Nell.Whole.Layers[2].Says[0]);
    }

    [Fact]
    public void The_exact_cause_comes_before_the_layers_other_lines_and_those_of_the_persona()
    {
        new Hearing(Nell.Whole).Says("Furious.", Reaction.Continue, Causes.Feeling).Text.ShouldBe("It's in my jaw. I ground a loaf tin flat.");
        new Hearing(Nell.Whole).Says("He shut you out.", Reaction.Continue, Causes.Meaning).Text
            .ShouldEndWith("Thirty years of four in the morning, and I got a text.");
        new Hearing(Nell.Whole).Says("Is that so?", Reaction.Continue, Causes.Check).Text.ShouldBe("That's right.");
    }

    [Fact]
    public void Among_lines_that_fit_equally_the_one_near_the_reply_is_spoken()
    {
        var client = Nell.Saying(Reaction.Hesitate, Causes.Other, "It rained on the market.", "The kettle went.", "My sister has a dog.");
        foreach (var seed in Enumerable.Range(0, 10))
        {
            new Hearing(client, seed).Says("And the markets were wet?", Reaction.Hesitate).Text.ShouldBe("It rained on the market.");
            new Hearing(client, seed).Says("Your sister's dogs, then.", Reaction.Hesitate).Text.ShouldBe("My sister has a dog.");
        }
    }

    [Fact]
    public void A_line_that_takes_up_the_learners_words_comes_before_a_plain_one()
    {
        new Hearing(Nell.Whole).Says("Have you tried talking to them?", Reaction.Hesitate, Causes.Advice).Text.ShouldBe("*Talking to them.* Right.");
        new Hearing(Nell.Whole).Says("Hm.", Reaction.Hesitate, Causes.Advice).Text.ShouldBe("I'd thought of that.");
    }

    [Fact]
    public void Going_deeper_bridges_out_of_the_layer_that_is_left()
    {
        var line = new Hearing(Nell.Whole).Says("You had no say.", Reaction.Deepen, Causes.Meaning, layer: 1);

        line.Text.ShouldBe(Nell.Whole.Layers[0].Lines.For(Reaction.Deepen, Causes.Other)[0] + " " + Nell.Whole.Layers[1].Says[0]);
        line.Templates.ShouldBe([Nell.Whole.Layers[0].Lines.For(Reaction.Deepen, Causes.Other)[0], Nell.Whole.Layers[1].Says[0]]);
        line.Discloses.ShouldBeTrue();
    }

    [Fact]
    public void A_line_that_gives_a_deeper_feeling_away_waits_for_its_layer()
    {
        const string Early = "I was ashamed to open the door that day.";
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var talk = new Hearing(Nell.Whole, seed);
            foreach (var turn in Enumerable.Range(0, 12))
            {
                talk.Says($"You lost it, {turn}.", Reaction.Continue, Causes.Feeling).Text.ShouldNotContain(Early);
            }

            Enumerable.Range(0, 20).Select(_ => talk.Says("I see.", Reaction.Continue, Causes.Other, layer: 1).Text)
                .ShouldContain(text => text.Contains(Early, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_line_of_a_deeper_layer_is_ever_spoken()
    {
        var causes = Causes.All.ToArray();
        for (var layer = 0; layer < Nell.Whole.Layers.Count; layer++)
        {
            var deeper = Nell.Whole.Layers.Skip(layer + 1)
                .SelectMany(one => one.Says.Concat(one.Lines.All.SelectMany(pair => pair.Value)))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var reaction in Enum.GetValues<Reaction>())
            {
                var talk = new Hearing(Nell.Whole, seed: layer);
                foreach (var cause in causes)
                {
                    var line = talk.Says("What happened with the apron and the girls?", reaction, cause, layer, severity: 2);
                    line.Text.ShouldNotBeNullOrWhiteSpace();
                    line.Templates.ShouldAllBe(template => !deeper.Contains(template));
                }
            }
        }
    }

    [Fact]
    public void The_same_seed_and_talk_give_the_same_line_on_every_client()
    {
        string[] replies = ["You're furious with him.", "It was behind your back. Is that it?", "And now?", "What was that like?", "Mm."];
        var talks = Enumerable.Range(0, 2).Select(_ => new Hearing(Nell.Whole, seed: 42)).ToArray();
        var client = new ScriptedClient();
        foreach (var reply in replies)
        {
            foreach (var reaction in Enum.GetValues<Reaction>())
            {
                var again = client.Speak(Nell.Whole, Hearing.To(reaction, severity: 1), talks[0].Context(reply));
                var lines = talks.Select(talk => talk.Says(reply, reaction, severity: 1).Text).ToArray();
                lines[0].ShouldBe(lines[1]);
                again.Text.ShouldBe(lines[0]);
            }
        }
    }

    [Fact]
    public void Other_seeds_speak_other_lines_where_they_fit_equally()
    {
        var client = Nell.Saying(Reaction.Hesitate, Causes.Other, "One.", "Two.", "Three.", "Four.");

        Enumerable.Range(0, 40).Select(seed => new Hearing(client, seed).Says("Hm.", Reaction.Hesitate).Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [Fact]
    public void Nothing_is_said_twice_while_something_else_fits()
    {
        var client = Nell.Saying(Reaction.Hesitate, Causes.Other, "One.", "Two.", "Three.", "Four.");
        var talk = new Hearing(client);

        Enumerable.Range(0, 4).Select(_ => talk.Says("Hm.", Reaction.Hesitate).Text).Order(StringComparer.Ordinal)
            .ShouldBe(["Four.", "One.", "Three.", "Two."]);
    }

    [Fact]
    public void What_has_to_be_said_again_is_the_oldest_and_sounds_a_little_different()
    {
        var talk = new Hearing(Nell.Whole);
        var lines = Enumerable.Range(0, 30).Select(_ => talk.Says("Hm.", Reaction.Guarded, severity: 1).Text).ToArray();

        lines.Zip(lines.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        lines.ShouldAllBe(line => line.Length > 0);
    }

    [Fact]
    public void A_client_without_any_lines_still_has_something_to_say_to_everything()
    {
        foreach (var reaction in Enum.GetValues<Reaction>())
        {
            var talk = new Hearing(Nell.Bare);
            foreach (var severity in Enumerable.Range(0, 4))
            {
                talk.Says("What now?", reaction, Causes.Silence, layer: 1, severity: severity).Text.ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void A_rupture_lets_hear_what_opened_it_unless_she_is_about_to_leave()
    {
        new Hearing(Nell.Whole).Says("It'll be fine.", Reaction.Withdraw, Causes.Reassurance, severity: 2).Text.ShouldBe("So they say. I've said enough.");
        new Hearing(Nell.Whole).Says("It'll be fine.", Reaction.Withdraw, Causes.Reassurance, severity: 3).Text.ShouldNotContain("So they say.");
        new Hearing(Nell.Whole).Says("Hm.", Reaction.Withdraw, severity: 1).Text.ShouldBe("It's fine.");
    }

    [Fact]
    public void Something_that_she_said_before_comes_back_word_for_word()
    {
        var talk = new Hearing(Nell.Whole);
        talk.Open();
        talk.Says("You're furious.", Reaction.Continue, Causes.Feeling);
        talk.Says("You had no say.", Reaction.Deepen, layer: 1);
        var lines = Enumerable.Range(0, 3).Select(_ => talk.Says("I see.", Reaction.Continue, layer: 1).Text).ToArray();

        lines.ShouldContain(line => line == "I ground a loaf tin flat… and that's nothing to this.");
    }

    [Fact]
    public void Without_anything_said_before_a_line_that_comes_back_to_it_is_skipped()
    {
        var talk = new Hearing(Nell.Whole);

        Enumerable.Range(0, 5).Select(_ => talk.Says("I see.", Reaction.Continue, layer: 1).Text)
            .Take(1).ShouldAllBe(line => !line.Contains('…'));
    }

    [Theory]
    [InlineData(Reaction.Continue, Causes.Feeling, true)]
    [InlineData(Reaction.Correct, Causes.WrongFeeling, true)]
    [InlineData(Reaction.Soften, Causes.Owned, true)]
    [InlineData(Reaction.Repaired, Causes.Other, true)]
    [InlineData(Reaction.Guarded, Causes.Other, true)]
    [InlineData(Reaction.Settle, Causes.Silence, true)]
    [InlineData(Reaction.Answer, Causes.OpenQuestion, true)]
    [InlineData(Reaction.Answer, Causes.Encourager, true)]
    [InlineData(Reaction.Answer, Causes.Greeting, false)]
    [InlineData(Reaction.Answer, Causes.Contracting, false)]
    [InlineData(Reaction.Answer, Causes.Thanks, false)]
    [InlineData(Reaction.Answer, Causes.ClosedQuestion, false)]
    [InlineData(Reaction.OutOfRole, Causes.Other, false)]
    [InlineData(Reaction.OffTopic, Causes.Other, false)]
    [InlineData(Reaction.Exit, Causes.Other, false)]
    public void Lines_say_whether_they_disclose(Reaction reaction, string cause, bool discloses) =>
        new Hearing(Nell.Whole).Says("Mm.", reaction, cause).Discloses.ShouldBe(discloses);

    [Theory]
    [InlineData("Do you think so?", true)]
    [InlineData("Do you? *looks up*", true)]
    [InlineData("Is it my turn?", true)]
    [InlineData("That's normal, isn't it?", true)]
    [InlineData("What would you do?", true)]
    [InlineData("Am I? Maybe.", false)]
    [InlineData("He said 'is that you?'", false)]
    [InlineData("Why would he do that?", false)]
    [InlineData("I'd never, because who'd feed the cat?", false)]
    [InlineData("Well, what do you think?", true)]
    [InlineData("You'd say that, wouldn't you?", true)]
    [InlineData("I'd never. Who'd feed the cat?", false)]
    [InlineData("*what now?* I don't know.", false)]
    [InlineData("I can't even do this right, can I.", false)]
    public void Only_a_question_to_the_learner_asks(string line, bool asks) =>
        new Hearing(Nell.Saying(Reaction.Hesitate, Causes.Other, line)).Says("Hm.", Reaction.Hesitate).Asks.ShouldBe(asks);
}
