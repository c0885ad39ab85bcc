using PracticeBot.Core.Personas;
using PracticeBot.Core.Skills;
using PracticeBot.Tests.Rules;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Skills;

public sealed class SkillEstimateTests
{
    private static readonly double[] Difficulties = [-1.2, -0.4, 0, 0.7, 1.6];

    [Fact]
    public void A_success_never_lowers_and_a_failure_never_raises()
    {
        var chance = new Random(1);
        var estimate = SkillEstimate.Unknown;
        for (var reading = 0; reading < 500; reading++)
        {
            var difficulty = Difficulties[reading % Difficulties.Length];
            estimate.After(1, difficulty).Mean.ShouldBeGreaterThan(estimate.Mean);
            estimate.After(0, difficulty).Mean.ShouldBeLessThan(estimate.Mean);
            estimate.After(0.9, difficulty).Mean.ShouldBeGreaterThan(estimate.After(0.4, difficulty).Mean);
            estimate = estimate.After(chance.Next(2), difficulty);
        }
    }

    [Fact]
    public void A_success_at_a_hard_moment_says_more_than_at_an_easy_one() =>
        SkillEstimate.Unknown.After(1, 1.6).Mean.ShouldBeGreaterThan(SkillEstimate.Unknown.After(1, -1.2).Mean);

    [Fact]
    public void Uncertainty_shrinks_with_every_reading_and_grows_a_little_between_sessions()
    {
        var estimate = SkillEstimate.Unknown;
        for (var reading = 0; reading < 50; reading++)
        {
            var after = estimate.After(reading % 2, 0);
            after.Variance.ShouldBeLessThan(estimate.Variance);
            (after.High - after.Low).ShouldBeLessThan(estimate.High - estimate.Low);
            estimate = after;
        }

        var later = estimate.Drifted();
        later.Variance.ShouldBe(estimate.Variance + SkillEstimate.Drift);
        later.Mean.ShouldBe(estimate.Mean);
        SkillEstimate.Unknown.Drifted().ShouldBe(SkillEstimate.Unknown);
    }

    [Fact]
    public void The_first_step_is_the_one_on_paper()
    {
        // p = 1/2, so precision 1 + 1/4 and a step of half of 4/5.
        var estimate = SkillEstimate.Unknown.After(1, 0);
        estimate.Variance.ShouldBe(0.8, 1e-12);
        estimate.Mean.ShouldBe(0.4, 1e-12);
        estimate.Chance.ShouldBe(1 / (1 + Math.Exp(-0.4)), 1e-12);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_score_outside_nought_to_one_is_a_bug(double score) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SkillEstimate.Unknown.After(score, 0));

    /// <summary>Learners of known ability answer moments of many difficulties: the estimates come out in their order and near them.</summary>
    [Fact]
    public void The_order_of_simulated_abilities_is_recovered()
    {
        double[] abilities = [-2, -1, 0, 1, 2];
        var estimates = abilities.Select((ability, seed) => Simulated(ability, readings: 400, seed)).ToList();

        estimates.Select(estimate => estimate.Mean).ShouldBeInOrder();
        foreach (var (ability, estimate) in abilities.Zip(estimates))
        {
            Math.Abs(estimate.Mean - ability).ShouldBeLessThan(0.5);
        }
    }

    /// <summary>Eight learners in ten are within their 80 % interval, give or take what 400 draws leave open.</summary>
    [Fact]
    public void The_interval_holds_as_many_as_it_says()
    {
        var draws = new Random(7);
        var within = Enumerable.Range(0, 400).Count(seed =>
        {
            var ability = Normal(draws);
            var estimate = Simulated(ability, readings: 25, seed);
            var chance = 1 / (1 + Math.Exp(-ability));
            return estimate.Low <= chance && chance <= estimate.High;
        });
        (within / 400.0).ShouldBeInRange(0.73, 0.87);
    }

    [Fact]
    public void A_moment_is_harder_the_harder_the_client_the_deeper_the_layer_and_where_the_tendency_hides_it()
    {
        var client = Talk.Client();
        Enumerable.Range(0, 4).Select(layer => MomentDifficulty.Of(client, layer, Skill.Meaning)).ShouldBeInOrder();
        Enumerable.Range(1, 5).Select(step => MomentDifficulty.Of(client with { Difficulty = step }, 0, Skill.Meaning)).ShouldBeInOrder();
        MomentDifficulty.OfTalk(client with { Difficulty = 3 }, Skill.Meaning).ShouldBe(0, 1e-12);
        MomentDifficulty.Of(Talk.Client(Tendency.Appeasing), 0, Skill.Noticing).ShouldBeGreaterThan(MomentDifficulty.Of(client, 0, Skill.Noticing));
        MomentDifficulty.Of(Talk.Client(Tendency.Challenging), 0, Skill.Repair).ShouldBeGreaterThan(MomentDifficulty.Of(client, 0, Skill.Repair));
    }

    private static SkillEstimate Simulated(double ability, int readings, int seed)
    {
        var draws = new Random(seed);
        return Enumerable.Range(0, readings).Aggregate(SkillEstimate.Unknown, (estimate, reading) =>
        {
            var difficulty = Difficulties[reading % Difficulties.Length];
            var met = draws.NextDouble() < 1 / (1 + Math.Exp(difficulty - ability));
            return estimate.After(met ? 1 : 0, difficulty);
        });
    }

    private static double Normal(Random draws) =>
        Math.Sqrt(-2 * Math.Log(1 - draws.NextDouble())) * Math.Cos(2 * Math.PI * draws.NextDouble());
}
