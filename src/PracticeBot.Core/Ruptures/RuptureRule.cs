using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Core.Ruptures;

/// <summary>When a rupture opens, and how deep.</summary>
public static class RuptureRule
{
    private const int Strain = 1;
    private const int Full = 2;

    /// <summary>The rupture that this ruling opens, null where it opens none: on harm at once, else on two misses within three turns.</summary>
    public static RuptureState.Open? Opened(Persona persona, ClientState before, Ruling ruling)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(ruling);

        var rubric = persona.Rubric;
        int severity;
        if (ruling.Verdict == Verdict.Harmful)
        {
            severity = !before.HasBeenHarmed && before.Trust >= rubric.HighTrust ? Strain : Full;
        }
        else
        {
            var within = before.Recent.TakeLast(rubric.RecentTurns - 1).Count(reply => reply.Missed) + 1;
            if (ruling.Verdict != Verdict.Missed || within < rubric.MissesToRupture)
            {
                return null;
            }

            severity = before.Trust + ruling.Trust < rubric.LowTrust ? Full : Strain;
        }

        return new RuptureState.Open
        {
            InForce = persona.Tendency is Tendency.Challenging or Tendency.Mixed ? RuptureKind.Confrontation : RuptureKind.Withdrawal,
            Depth = severity,
            Cause = ruling.Cause,
            TrustBefore = Math.Min(100, before.Trust + before.TrustOwed),
        };
    }
}
