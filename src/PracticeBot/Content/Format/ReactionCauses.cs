using System.Collections.Frozen;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content.Format;

/// <summary>Which causes a reaction can have: lines under another cause would never be said.</summary>
public static class ReactionCauses
{
    private static readonly string[] Misses =
    [
        Causes.Advice, Causes.Reassurance, Causes.Dismissal, Causes.Judgement, Causes.Instruction, Causes.Defensiveness,
        Causes.Contradiction, Causes.Diagnosis, Causes.WrongFeeling, Causes.WrongMeaning, Causes.Understated, Causes.Overstated,
        Causes.Questioning, Causes.SelfFocus, Causes.TopicShift, Causes.Parroting, Causes.FeelingList, Causes.OverApology, Causes.Silence,
    ];

    private static readonly string[] Met = [Causes.Feeling, Causes.Meaning, Causes.Check, Causes.Validation, Causes.Affirmation, Causes.Question];

    private static readonly string[] Severities = [Causes.Strain, Causes.Rupture, Causes.AboutToLeave];

    private static readonly FrozenDictionary<Reaction, IReadOnlyList<string>> All = Enum.GetValues<Reaction>()
        .ToDictionary(reaction => reaction, reaction => (IReadOnlyList<string>)[.. Own(reaction), Causes.Other])
        .ToFrozenDictionary();

    public static IReadOnlyList<string> Of(Reaction reaction) => All[reaction];

    private static string[] Own(Reaction reaction) => reaction switch
    {
        Reaction.Answer =>
        [
            Causes.Greeting, Causes.Contracting, Causes.Encourager, Causes.OpenQuestion, Causes.ClosedQuestion, Causes.Risk,
            Causes.Closing, Causes.Thanks, Causes.Unknown, Causes.TooSoon,
        ],
        Reaction.Continue or Reaction.Deepen => Met,
        Reaction.Correct => [Causes.WrongFeeling, Causes.WrongMeaning, Causes.Understated, Causes.Overstated],
        Reaction.Stung => [Causes.Cold, Causes.Rushed],
        Reaction.Hesitate => Misses,
        Reaction.Withdraw or Reaction.Confront => [.. Severities, .. Misses],
        Reaction.Guarded or Reaction.Exit => Severities,
        Reaction.Soften => [Causes.Acknowledged, Causes.Owned, Causes.Reattuned],
        Reaction.Repaired => [Causes.Reattuned],
        Reaction.Settle or Reaction.Unease => [Causes.Silence],
        _ => [],
    };
}
