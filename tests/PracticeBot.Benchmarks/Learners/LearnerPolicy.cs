using PracticeBot.Core.Ruptures;
using PracticeBot.Turns;

namespace PracticeBot.Benchmarks.Learners;

/// <summary>How somebody replies: how often which kind, how often an open rupture is seen, and what is done about it then.</summary>
/// <param name="Replies">Kinds of <see cref="ReplyBank"/> with their shares.</param>
/// <param name="Sees">Chance, 0 to 1, that an open rupture is answered as one.</param>
/// <param name="Repairs">Kinds with their shares, for a rupture that is seen; "staged" takes the stage that comes next.</param>
internal sealed record LearnerPolicy(
    string Name, IReadOnlyList<(string Kind, double Share)> Replies, double Sees, IReadOnlyList<(string Kind, double Share)> Repairs)
{
    public static readonly LearnerPolicy Poor = new(
        "poor",
        [("advice", 0.26), ("reassurance", 0.1), ("wrong", 0.2), ("self", 0.08), ("faint", 0.08), ("question", 0.14), ("simple", 0.1), ("plain", 0.04)],
        0.1,
        [("sorry", 0.5), ("defends", 0.3), ("names", 0.2)]);

    public static readonly LearnerPolicy Average = new(
        "average",
        [
            ("advice", 0.05), ("reassurance", 0.01), ("wrong", 0.05), ("guess", 0.08), ("faint", 0.04), ("question", 0.2), ("simple", 0.07), ("plain", 0.26),
            ("checked", 0.12), ("attuned", 0.12),
        ],
        0.4,
        [("names", 0.3), ("sorry", 0.2), ("staged", 0.5)]);

    public static readonly LearnerPolicy Skilled = new(
        "skilled",
        [
            ("attuned", 0.38), ("checked", 0.18), ("plain", 0.1), ("question", 0.1), ("silence", 0.04), ("guess", 0.05), ("simple", 0.05), ("wrong", 0.06),
            ("advice", 0.04),
        ],
        0.95,
        [("staged", 0.6), ("whole", 0.4)]);

    public static readonly IReadOnlyList<LearnerPolicy> All = [Poor, Average, Skilled];

    /// <summary>What this learner says next.</summary>
    public string Reply(Encounter encounter, Random chance)
    {
        if (encounter.State.Rupture is not RuptureState.Open rupture || chance.NextDouble() >= Sees)
        {
            return ReplyBank.Reply(Drawn(Replies, chance), encounter, chance);
        }

        var kind = Drawn(Repairs, chance);
        return ReplyBank.Reply(kind == "staged" ? Next(rupture) : kind, encounter, chance);
    }

    private static string Next(RuptureState.Open rupture) => rupture.Reached switch
    {
        RepairStage.Acknowledged => "owns",
        RepairStage.Owned or RepairStage.Reattuned => "meets",
        _ => rupture.IsNoticed ? "acknowledges" : "names",
    };

    private static string Drawn(IReadOnlyList<(string Kind, double Share)> shares, Random chance)
    {
        var at = chance.NextDouble() * shares.Sum(share => share.Share);
        foreach (var (kind, share) in shares)
        {
            at -= share;
            if (at < 0)
            {
                return kind;
            }
        }

        return shares[^1].Kind;
    }
}
