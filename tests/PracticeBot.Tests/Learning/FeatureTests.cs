using PracticeBot.Embedded.Features;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading.Phrases;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Learning;

public sealed class FeatureTests
{
    private const string Client = "My brother stopped calling me after the wedding.";

    [Fact]
    public void Every_measure_has_a_name_of_its_own_and_a_finite_value()
    {
        FeatureSet.Names.Distinct(StringComparer.Ordinal).Count().ShouldBe(FeatureSet.Names.Count);
        foreach (var reply in new[] { "", "?", "ok", "I'm so sorry. You must miss him! What happened?", "😀 …", new string('a', 5000) })
        {
            var measures = FeatureSet.Measure(Exchange.Of(reply, reply));
            measures.Length.ShouldBe(FeatureSet.Names.Count);
            measures.ShouldAllBe(value => float.IsFinite(value), reply);
        }
    }

    [Theory]
    [InlineData("What was that like for you?", "last is open", 1)]
    [InlineData("Did you call him?", "last is closed", 1)]
    [InlineData("what was that like for you", "last is open", 1)]
    [InlineData("You miss him.", "question marks", 0)]
    [InlineData("You miss him.", "opens with you", 1)]
    [InlineData("So, I know how that goes.", "opens with I", 1)]
    [InlineData("Mm-hmm.", "very short", 1)]
    [InlineData("-and then he left", "goes on from before", 1)]
    [InlineData("and then he-", "breaks off", 1)]
    [InlineData("That's hard :(", "emoticon", 1)]
    [InlineData("Your brother stopped calling.", "echo", 1)]
    [InlineData("Nice weather.", "no shared word", 1)]
    [InlineData("He hurt you.", "they of the client", 1)]
    public void A_measure_sees_what_it_is_named_for(string reply, string name, float value)
    {
        var client = name == "they of the client" ? "He stopped calling me." : Client;

        Measure(client, reply, name).ShouldBe(value);
    }

    [Theory]
    [InlineData("I'm so sorry you're going through this", "sorry for")]
    [InlineData("hang in there, it gets better", "encouragement")]
    [InlineData("my door is open if you want to talk", "offers ear")]
    [InlineData("same here, i've been there", "me too")]
    [InlineData("on a scale of one to ten", "scaling")]
    [InlineData("you're not the only one", "not alone")]
    [InlineData("have you tried going for walks", "counsel: should")]
    [InlineData("it sounds like he left you waiting", "gives back")]
    [InlineData("does that sound right?", "tag")]
    public void A_cue_is_found_in_plain_typing(string reply, string cue) => Measure(Client, reply, "cue: " + cue).ShouldBeGreaterThan(0, cue);

    [Theory]
    [InlineData("What was that like?", "sorry for")]
    [InlineData("You long for him.", "counsel: should")]
    [InlineData("He stopped calling.", "me too")]
    public void A_cue_is_not_found_where_it_does_not_stand(string reply, string cue) => Measure(Client, reply, "cue: " + cue).ShouldBe(0, cue);

    [Fact]
    public void A_shared_word_counts_more_the_rarer_it_is() =>
        Measure("The crocodile left.", "A crocodile.", "shared rarity").ShouldBeGreaterThan(Measure("The day ended.", "A day.", "shared rarity"));

    [Fact]
    public void A_feeling_has_a_holder_and_stands_near_or_far_from_the_clients()
    {
        Measure("I feel so guilty.", "You feel ashamed.", "feelings near").ShouldBeGreaterThan(0);
        Measure("I feel so guilty.", "You feel guilty.", "feelings shared").ShouldBeGreaterThan(0);
        Measure("I feel so guilty.", "You are furious.", "feelings missed").ShouldBeGreaterThan(0);
        Measure(Client, "You're not angry.", "feelings denied").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_cue_says_what_it_shows_and_holds_phrases_that_can_be_found()
    {
        CueTable.Cues.ShouldAllBe(cue => cue.About.Length > 0);
        CueTable.Cues.Select(cue => cue.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(CueTable.Cues.Count);
        Tables.Parse("it|this gets better").Elements.Count.ShouldBe(3);
    }

    [Fact]
    public void Bare_typing_keeps_words_and_nothing_else() =>
        BareTyping.Of("Mm-hmm. You don't -- \"can't\" -- sleep?").ShouldBe("mm hmm you don't can't sleep");

    [Theory]
    [InlineData("How could anyone bear that? I never could. It broke me.", "question not last", 1)]
    [InlineData("All of this was too much for you?", "rising statement on you", 0.6931472f)]
    [InlineData("Do you miss him?", "rising statement on you", 0)]
    [InlineData("Me too.", "me too and no more", 1)]
    [InlineData("I lost my brother. I still set his place at the table.", "own sentences", 1.0986123f)]
    public void A_question_is_told_from_one_that_asks_nothing_and_a_story_from_a_word(string reply, string name, float value) =>
        Measure(Client, reply, name).ShouldBe(value, 1e-4f);

    private static float Measure(string client, string reply, string name)
    {
        var at = FeatureSet.Names.ToList().IndexOf(name);
        at.ShouldBeGreaterThanOrEqualTo(0, name);
        return FeatureSet.Measure(Exchange.Of(client, reply))[at];
    }
}
