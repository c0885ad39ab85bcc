using PracticeBot.Benchmarks.Learners;
using PracticeBot.Content;
using PracticeBot.Core.Skills;
using PracticeBot.Embedded.Clients;
using PracticeBot.Tests.Content;
using PracticeBot.Tests.Judging;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Skills;

/// <summary>
/// Three learners of each sort meet every client: the real assessor, rules and scripted client. The benchmark "learners" has many more.
/// </summary>
public sealed class SimulatedLearnersTests
{
    private const int Sessions = 24;

    private static readonly Lazy<(PolicyResult Poor, PolicyResult Average, PolicyResult Skilled)> Results = new(() =>
    {
        var learners = new SimulatedLearners(
            TurnPipeline.Embedded(JudgedCases.Joined, new ScriptedClient()),
            [.. ShippedPersonas.Ids.Order(StringComparer.Ordinal).Select(id =>
                PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension)).Persona.ShouldNotBeNull())]);
        return (Run(LearnerPolicy.Poor), Run(LearnerPolicy.Average), Run(LearnerPolicy.Skilled));

        PolicyResult Run(LearnerPolicy policy) => learners.Run(policy, Sessions, seed: 1);
    });

    [Fact]
    public void The_estimates_come_out_in_the_order_of_the_policies()
    {
        var (poor, average, skilled) = Results.Value;
        Mean(poor).ShouldBeLessThan(Mean(average));
        Mean(average).ShouldBeLessThan(Mean(skilled));

        static double Mean(PolicyResult result) => result.Skills.Values.Average();
    }

    [Fact]
    public void In_every_skill_the_skilled_stand_above_the_poor()
    {
        var (poor, _, skilled) = Results.Value;
        foreach (var skill in Enum.GetValues<Skill>())
        {
            skilled.Skills[skill].ShouldBeGreaterThan(poor.Skills[skill], skill.ToString());
        }
    }

    [Fact]
    public void The_skilled_come_deeper_rupture_less_and_repair_more()
    {
        var (poor, average, skilled) = Results.Value;
        new[] { poor.Depth, average.Depth, skilled.Depth }.ShouldBeInOrder();
        new[] { skilled.Ruptures, average.Ruptures, poor.Ruptures }.ShouldBeInOrder();
        new[] { poor.Repairs, average.Repairs, skilled.Repairs }.ShouldBeInOrder();
        (skilled.Depth - poor.Depth).ShouldBeGreaterThan(0.3);
        (poor.Ruptures - skilled.Ruptures).ShouldBeGreaterThan(0.3);
        (skilled.Repairs - poor.Repairs).ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_talks()
    {
        var learners = new SimulatedLearners(
            TurnPipeline.Embedded(JudgedCases.Rules, new ScriptedClient()),
            [PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", "maya.yaml")).Persona.ShouldNotBeNull()]);
        var first = learners.Run(LearnerPolicy.Average, 3, seed: 5);
        learners.Run(LearnerPolicy.Average, 3, seed: 5).Skills.ShouldBe(first.Skills);
        learners.Run(LearnerPolicy.Average, 3, seed: 6).Skills.ShouldNotBe(first.Skills);
    }
}
