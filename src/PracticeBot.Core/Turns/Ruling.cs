using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Turns;

/// <summary>What the first rule that fits says of a reply, before any rupture or opening follows from it.</summary>
/// <param name="Level">Carkhuff 1 to 5; null for neutral.</param>
/// <param name="Trust">Gain before damping, or loss; -6 to 6.</param>
/// <param name="Cause">See <see cref="Causes"/>.</param>
/// <param name="Earns">Accurate and attuned: it counts towards the next layer.</param>
public sealed record Ruling(Verdict Verdict, int? Level, double Trust, Reaction Reaction, string Cause, bool Earns = false)
{
    public bool IsMiss => Verdict is Verdict.Missed or Verdict.Harmful;
}
