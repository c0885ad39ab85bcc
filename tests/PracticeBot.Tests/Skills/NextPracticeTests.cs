using PracticeBot.Core.Personas;
using PracticeBot.Core.Skills;
using PracticeBot.Tests.Rules;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Skills;

public sealed class NextPracticeTests
{
    private static readonly Persona[] Clients = [.. Enumerable.Range(1, 5).Select(Client)];
    private static readonly PracticeOption[] Talks = [.. Clients.Reverse().Select(client => new PracticeOption(client, null))];

    [Fact]
    public void Who_is_new_meets_the_gentlest_client()
    {
        var suggestion = NextPractice.Choose(SkillProfile.Unknown, Talks).ShouldNotBeNull();
        suggestion.Option.Client.Difficulty.ShouldBe(1);
        suggestion.Reason.ShouldBe(SuggestionReason.Gentle);
        suggestion.Skill.ShouldBeNull();
    }

    [Fact]
    public void The_abler_the_learner_the_harder_the_client_until_none_is_hard_enough()
    {
        var met = new[] { -1.5, 0, 0.8, 4 }.Select(ability => NextPractice.Choose(Of(ability), Talks).ShouldNotBeNull()).ToList();
        met.Select(suggestion => suggestion.Option.Client.Difficulty).ShouldBeInOrder();
        met[0].Option.Client.Difficulty.ShouldBe(1);
        met[^1].Option.Client.Difficulty.ShouldBe(5);
        met[0].Reason.ShouldBe(SuggestionReason.Stretch);
        met[^1].Reason.ShouldBe(SuggestionReason.Surer);
    }

    [Fact]
    public void The_choice_is_the_option_whose_chance_is_nearest_to_seven_in_ten()
    {
        var profile = Of(0.8);
        var suggestion = NextPractice.Choose(profile, Talks).ShouldNotBeNull();
        var distances = Talks.Select(option => Math.Abs(profile[Skill.Meaning].ChanceAt(MomentDifficulty.OfTalk(option.Client, Skill.Meaning)) - 0.7));
        Math.Abs(suggestion.Chance!.Value - 0.7).ShouldBe(distances.Min(), 1e-12);
        suggestion.Reason.ShouldBe(SuggestionReason.Edge);
    }

    [Fact]
    public void The_weakest_skill_decides()
    {
        var profile = Of(0.8);
        for (var reading = 0; reading < 6; reading++)
        {
            profile = profile.After(new SkillReading(Skill.Pace, 0), Clients[2], 1);
        }

        NextPractice.Choose(profile, Talks)!.Skill.ShouldBe(Skill.Pace);
    }

    [Fact]
    public void Two_readings_decide_nothing()
    {
        var profile = SkillProfile.Unknown.After([new(Skill.Pace, 0), new(Skill.Pace, 0)], Clients[2], 1);
        NextPractice.Choose(profile, Talks)!.Skill.ShouldBeNull();
        NextPractice.Choose(profile.After(new SkillReading(Skill.Pace, 0), Clients[2], 1), Talks)!.Skill.ShouldBe(Skill.Pace);
    }

    [Fact]
    public void A_moment_is_no_place_to_practise_noticing_while_a_talk_is_left()
    {
        var profile = SkillProfile.Unknown.After(Enumerable.Repeat(new SkillReading(Skill.Noticing, 0.7), 4), Clients[2], 1);
        PracticeOption[] options = [.. Clients.SelectMany(client => Enumerable.Range(0, 4).Select(layer => new PracticeOption(client, layer))), Talks[0]];
        NextPractice.Choose(profile, options)!.Option.Moment.ShouldBeNull();
        NextPractice.Choose(profile, options[..^1])!.Option.Moment.ShouldNotBeNull();
    }

    [Fact]
    public void Where_nothing_is_left_nothing_is_suggested() => NextPractice.Choose(Of(0), []).ShouldBeNull();

    /// <summary>Someone whose readings are what this ability would give.</summary>
    private static SkillProfile Of(double ability)
    {
        var profile = SkillProfile.Unknown;
        for (var reading = 0; reading < 200; reading++)
        {
            var client = Clients[reading % Clients.Length];
            var layer = reading % client.Layers.Count;
            var chance = 1 / (1 + Math.Exp(MomentDifficulty.Of(client, layer, Skill.Meaning) - ability));
            profile = profile.After(new SkillReading(Skill.Meaning, chance), client, layer);
        }

        return profile;
    }

    private static Persona Client(int difficulty) => Talk.Client() with
    {
        Id = PersonaId.TryParse($"client-{difficulty}", out var id) ? id : throw new InvalidOperationException(), Difficulty = difficulty,
    };
}
