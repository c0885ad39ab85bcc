using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Skills;
using PracticeBot.Turns;

namespace PracticeBot.Benchmarks.Learners;

/// <summary>What came of one policy.</summary>
/// <param name="Skills">Mean over learners of their final estimates, in logits; a skill that nobody showed is left out.</param>
/// <param name="Depth">Mean share of a client's layers that were reached, 0 to 1.</param>
/// <param name="AtCore">Share of talks that reached the deepest layer, 0 to 1.</param>
/// <param name="Ruptures">A talk.</param>
/// <param name="Repairs">A rupture; 0 where there was none.</param>
/// <param name="Left">Share of talks that the client ended, 0 to 1.</param>
internal sealed record PolicyResult(
    string Policy, int Sessions, IReadOnlyDictionary<Skill, double> Skills, double Depth, double AtCore, double Ruptures, double Repairs, double Left);

/// <summary>Learners who each meet every client once, judged, answered and estimated as anybody is.</summary>
internal sealed class SimulatedLearners(TurnPipeline pipeline, IReadOnlyList<Persona> clients)
{
    private const int Turns = 14;

    /// <param name="sessions">Talks; each learner has one with each client, the last learner perhaps with fewer.</param>
    public PolicyResult Run(LearnerPolicy policy, int sessions, int seed)
    {
        var talks = new List<Talked>();
        var profiles = new List<SkillProfile>();
        while (talks.Count < sessions)
        {
            var chance = new Random(HashCode(seed, talks.Count));
            var order = clients.ToArray();
            chance.Shuffle(order);
            var profile = SkillProfile.Unknown;
            foreach (var client in order.Take(sessions - talks.Count))
            {
                (profile, var talked) = Talk(policy, client, profile.Drifted(), chance);
                talks.Add(talked);
            }

            profiles.Add(profile);
        }

        var ruptures = talks.Sum(talk => talk.Ruptures);
        return new PolicyResult(
            policy.Name,
            talks.Count,
            Enum.GetValues<Skill>().Where(skill => profiles.Any(profile => profile[skill].Observations > 0))
                .ToDictionary(skill => skill, skill => profiles.Average(profile => profile[skill].Mean)),
            talks.Average(talk => talk.Depth),
            talks.Average(talk => talk.Depth >= 1 ? 1.0 : 0),
            ruptures / (double)talks.Count,
            ruptures == 0 ? 0 : talks.Sum(talk => talk.Repairs) / (double)ruptures,
            talks.Average(talk => talk.Left ? 1.0 : 0));
    }

    private (SkillProfile Profile, Talked Talked) Talk(LearnerPolicy policy, Persona client, SkillProfile profile, Random chance)
    {
        var encounter = pipeline.Begin(client, chance.Next());
        var ruptures = 0;
        var repairs = 0;
        for (var turn = 0; turn < Turns && !encounter.State.HasLeft; turn++)
        {
            var before = encounter.State;
            var played = pipeline.PlayAsync(encounter, policy.Reply(encounter, chance), TurnStage.Unwatched, CancellationToken.None).GetAwaiter().GetResult();
            encounter = encounter.After(played);
            if (played.Result is not AssessmentResult.Judged { Assessment: var assessment })
            {
                continue;
            }

            var readings = SkillReadings.Of(client, before, encounter.State, assessment, played.Decision.Verdict, played.Decision.Level);
            profile = profile.After(readings, client, before.Layer);
            ruptures += played.Events.OfType<ClientEvent.RuptureOpened>().Count();
            repairs += before.Rupture is RuptureState.Open && encounter.State.Rupture is RuptureState.Mended ? 1 : 0;
        }

        if (SkillReadings.AtEnd(encounter.State) is { } left)
        {
            profile = profile.After(left, client, encounter.State.Layer);
        }

        return (profile, new Talked((encounter.State.Layer + 1) / (double)client.Layers.Count, ruptures, repairs, encounter.State.HasLeft));
    }

    /// <summary>The same in every run, as <see cref="System.HashCode"/> is not.</summary>
    private static int HashCode(int seed, int talk) => unchecked((seed * 486187739) + talk);

    private sealed record Talked(double Depth, int Ruptures, int Repairs, bool Left);
}
