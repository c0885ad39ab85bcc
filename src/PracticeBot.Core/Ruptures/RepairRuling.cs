using PracticeBot.Core.Assessments;
using PracticeBot.Core.Turns;

namespace PracticeBot.Core.Ruptures;

/// <summary>The verdict on a reply that was meant for the rupture, not for the moment beneath it.</summary>
public static class RepairRuling
{
    private const int Surface = 2;
    private const int Interchangeable = 3;
    private const int Additive = 4;

    /// <summary>
    /// A reply that moves the repair on is judged by how far it came: naming alone is partial, naming and owning or meeting
    /// the hurt is attuned. Any other reply keeps the ruling that it has.
    /// </summary>
    public static Ruling Of(RepairMove move, RuptureState.Open before, Assessment assessment, Ruling ruling)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(ruling);

        var signs = assessment.Repair;
        if (signs.Defends && ruling.Verdict is not Verdict.Harmful)
        {
            // However well it meets the story: to the client it is a defence.
            return new Ruling(Verdict.Missed, Math.Min(Surface, ruling.Level ?? Surface), Math.Min(0, ruling.Trust), Reaction.Hesitate, Causes.Defensiveness);
        }

        if (move is RepairMove.Deepens or RepairMove.Breaks || ruling.Earns || assessment.Kind == ReplyKind.Silence)
        {
            return ruling;
        }

        var after = move switch
        {
            RepairMove.Softens softens => softens.Rupture,
            RepairMove.Mends mends => mends.Rupture,
            _ => before,
        };
        if (signs.MeetsRuptureFeeling && move is not RepairMove.Holds)
        {
            return ruling with { Verdict = Verdict.Attuned, Level = Math.Max(Additive, ruling.Level ?? 0), Trust = 0 };
        }

        if (after.Reached > before.Reached || move is RepairMove.Mends)
        {
            var verdict = signs.Owns ? Verdict.Attuned : Verdict.Partial;
            return ruling with { Verdict = verdict, Level = Math.Max(Interchangeable, ruling.Level ?? 0), Trust = 0 };
        }

        return signs.Names && ruling.Verdict is Verdict.Missed
            ? ruling with { Verdict = Verdict.Partial, Trust = 0 }
            : ruling;
    }
}
