using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Skills;
using PracticeBot.Tests.Rules;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Skills;

public sealed class SkillReadingsTests
{
    private readonly Talk talk = new(Talk.Client());

    [Fact]
    public void An_exact_feeling_at_the_right_strength_shows_both_and_every_anchor()
    {
        var shown = Read(Replies.Level4);
        shown[Skill.EmotionAccuracy].ShouldBe(1);
        shown[Skill.Intensity].ShouldBe(1);
        foreach (var anchor in (Skill[])[Skill.Tone, Skill.Pace, Skill.Words, Skill.Presence])
        {
            shown[anchor].ShouldBe(2.0 / 3, 1e-12);
        }
    }

    [Fact]
    public void A_near_feeling_counts_less_and_a_wrong_one_nothing()
    {
        Read(Replies.NearFeeling)[Skill.EmotionAccuracy].ShouldBe(0.75);
        Read(Replies.WrongFeeling)[Skill.EmotionAccuracy].ShouldBe(0);
        Read(Replies.Contradicts)[Skill.EmotionAccuracy].ShouldBe(0);
    }

    [Fact]
    public void A_list_of_feelings_names_none() => Read(Replies.FeelingList)[Skill.EmotionAccuracy].ShouldBe(0);

    [Fact]
    public void Meeting_the_core_meaning_without_a_feeling_word_is_not_held_against_naming()
    {
        var shown = Read(Replies.Plainly with { Accuracy = new Accuracy(EmotionMatch.Unaddressed, null, MeaningMatch.Core, false, Addition.Nothing) });
        shown.ShouldNotContainKey(Skill.EmotionAccuracy);
        shown.ShouldNotContainKey(Skill.Intensity);
        shown[Skill.Meaning].ShouldBe(1);
    }

    [Fact]
    public void Advice_to_somebody_who_disclosed_misses_feeling_and_meaning_and_says_nothing_of_strength()
    {
        var shown = Read(Replies.Advice);
        shown[Skill.EmotionAccuracy].ShouldBe(0);
        shown[Skill.Meaning].ShouldBe(0);
        shown.ShouldNotContainKey(Skill.Intensity);
        shown.ShouldNotContainKey(Skill.Checking);
    }

    [Fact]
    public void The_strength_of_a_feeling_that_is_not_held_says_nothing() => Read(Replies.WrongFeeling).ShouldNotContainKey(Skill.Intensity);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0.75)]
    [InlineData(1, 0.75)]
    [InlineData(-2, 0.25)]
    [InlineData(3, 0)]
    public void Strength_counts_by_its_distance(int difference, double score) =>
        Read(Replies.Level3 with { Accuracy = Replies.Level3.Accuracy with { IntensityDifference = difference } })[Skill.Intensity].ShouldBe(score);

    [Fact]
    public void Neutral_turns_show_nothing()
    {
        Read(Replies.Question).ShouldBeEmpty();
        Read(Replies.Silence).ShouldBeEmpty();
        Read(Replies.OffTopic).ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_guess_is_better_offered_as_one()
    {
        Read(Replies.TentativeWrong)[Skill.Checking].ShouldBe(1);
        Read(Replies.WrongFeeling)[Skill.Checking].ShouldBe(0);
        Read(Replies.Level3WithCheck)[Skill.Checking].ShouldBe(1);
        Read(Replies.Level3)[Skill.Checking].ShouldBe(0.5);
        Read(Replies.Level4).ShouldNotContainKey(Skill.Checking);
    }

    [Theory]
    [InlineData(nameof(Replies.Noticing))]
    [InlineData(nameof(Replies.Acknowledging))]
    public void Naming_a_quiet_withdrawal_at_once_is_noticing_it(string reply)
    {
        talk.Hears(Replies.Reassurance);
        Read(Replies.All[reply])[Skill.Noticing].ShouldBe(1);
        Read(Replies.Noticing).ShouldNotContainKey(Skill.Noticing);
    }

    [Fact]
    public void Naming_it_with_the_second_reply_is_in_time_and_with_the_third_too_late()
    {
        talk.Hears(Replies.Reassurance);
        Read(Replies.Silence).ShouldNotContainKey(Skill.Noticing);
        Read(Replies.Noticing)[Skill.Noticing].ShouldBe(1);

        var other = new Talk(Talk.Client());
        other.Hears(Replies.Reassurance);
        Read(Replies.Silence, other).ShouldNotContainKey(Skill.Noticing);
        Read(Replies.RiskQuestion, other)[Skill.Noticing].ShouldBe(0);
        Read(Replies.Noticing, other).ShouldNotContainKey(Skill.Noticing);
    }

    [Theory]
    [InlineData(Tendency.Challenging)]
    [InlineData(Tendency.Mixed)]
    public void A_confrontation_is_not_quiet(Tendency tendency)
    {
        var confronted = new Talk(Talk.Client(tendency)).Hears(Replies.Reassurance);
        for (var reply = 0; reply < 3 && !confronted.State.HasLeft; reply++)
        {
            Read(Replies.Advice, confronted).ShouldNotContainKey(Skill.Noticing);
        }
    }

    [Fact]
    public void A_client_who_leaves_unseen_was_not_noticed_and_nothing_was_repaired()
    {
        talk.Hears(Replies.Reassurance);
        Read(Replies.Advice);
        Read(Replies.Advice)[Skill.Noticing].ShouldBe(0);
        talk.State.HasLeft.ShouldBeTrue();
        SkillReadings.AtEnd(talk.State).ShouldBe(new SkillReading(Skill.Repair, 0));
    }

    [Fact]
    public void A_repair_counts_once_when_it_is_complete()
    {
        talk.Hears(Replies.Reassurance);
        Read(Replies.Acknowledging).ShouldNotContainKey(Skill.Repair);
        Read(Replies.Owning).ShouldNotContainKey(Skill.Repair);
        var shown = Read(Replies.Reattuning);
        for (var reply = 0; reply < 3 && !shown.ContainsKey(Skill.Repair); reply++)
        {
            shown = Read(Replies.Reattuning);
        }

        shown[Skill.Repair].ShouldBe(1);
        Read(Replies.Level4).ShouldNotContainKey(Skill.Repair);
        SkillReadings.AtEnd(talk.State).ShouldBeNull();
    }

    [Fact]
    public void A_repair_that_the_end_cuts_short_counts_by_its_stage()
    {
        SkillReadings.AtEnd(talk.State).ShouldBeNull();
        talk.Hears(Replies.Reassurance);
        SkillReadings.AtEnd(talk.State).ShouldBeNull("there was no reply to repair with");
        talk.Hears(Replies.Acknowledging);
        SkillReadings.AtEnd(talk.State)!.Value.Score.ShouldBe(1.0 / 3, 1e-12);
        talk.Hears(Replies.Owning);
        SkillReadings.AtEnd(talk.State)!.Value.Score.ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void In_a_rupture_a_reply_about_it_is_not_measured_by_the_story()
    {
        talk.Hears(Replies.Reassurance);
        var shown = Read(Replies.Acknowledging);
        shown.ShouldNotContainKey(Skill.EmotionAccuracy);
        shown.ShouldNotContainKey(Skill.Meaning);
        shown.ShouldContainKey(Skill.Tone);
        Read(Replies.Reattuning)[Skill.EmotionAccuracy].ShouldBe(1);
    }

    private Dictionary<Skill, double> Read(Assessment reply) => Read(reply, talk);

    private static Dictionary<Skill, double> Read(Assessment reply, Talk talk)
    {
        var before = talk.State;
        var decision = talk.Hears(Replies.Judged(reply));
        ClientState after = talk.State;
        return SkillReadings.Of(talk.Persona, before, after, reply, decision.Verdict, decision.Level).ToDictionary(reading => reading.Skill, reading => reading.Score);
    }
}
