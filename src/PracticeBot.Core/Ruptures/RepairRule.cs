using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Core.Ruptures;

/// <summary>What a reply does to an open rupture (3RS: acknowledge, own, re-attune).</summary>
public abstract record RepairMove
{
    private RepairMove()
    {
    }

    /// <summary>It neither helps nor harms.</summary>
    public sealed record Holds(RuptureState.Open Rupture) : RepairMove;

    /// <summary>The client softens; <paramref name="Cause"/> says at what.</summary>
    public sealed record Softens(RuptureState.Open Rupture, string Cause) : RepairMove;

    public sealed record Mends(RuptureState.Open Rupture) : RepairMove;

    /// <summary>The rupture deepens, in this kind from now on.</summary>
    public sealed record Deepens(RuptureState.Open Rupture) : RepairMove;

    /// <summary>Past the last severity: the client ends the talk.</summary>
    public sealed record Breaks : RepairMove;
}

public static class RepairRule
{
    /// <summary>Something was said about it, in the reply that mended it or before; a strain that passed without a word was not repaired.</summary>
    public static bool IsRepair(RuptureState.Open rupture, RepairSigns signs)
    {
        ArgumentNullException.ThrowIfNull(rupture);
        ArgumentNullException.ThrowIfNull(signs);
        return rupture.Reached > RepairStage.Open || rupture.IsNoticed || signs.Names;
    }

    public static RepairMove Move(RuptureState.Open rupture, Assessment assessment, Ruling ruling, bool isFirstSilence, Persona persona)
    {
        ArgumentNullException.ThrowIfNull(rupture);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(ruling);
        ArgumentNullException.ThrowIfNull(persona);

        var signs = assessment.Repair;
        var replies = rupture.Replies + 1;
        var met = rupture with
        {
            Replies = replies,
            IsNoticed = rupture.IsNoticed || (signs.Names && replies <= persona.Rubric.RepliesToNotice),
        };

        if (ruling.Verdict == Verdict.Harmful || signs.Defends)
        {
            return Worse(SetBack(met), persona);
        }

        if (assessment.Has(BreachGrade.Costly))
        {
            return signs.Acknowledges || signs.Owns ? new RepairMove.Holds(met) : Worse(met, persona);
        }

        // Asking about risk is good practice at any time: it is answered, and the rupture stays as it is.
        if (assessment is { Kind: ReplyKind.Facilitative, Facilitation: Facilitation.RiskQuestion })
        {
            return new RepairMove.Holds(met);
        }

        if (assessment.Kind == ReplyKind.Silence)
        {
            return isFirstSilence ? Steadied(met) : Worse(met, persona);
        }

        var isAttuned = assessment.Attunement.Mean >= persona.Rubric.AttunedMean;
        var meetsRupture = signs.MeetsRuptureFeeling && isAttuned;
        var isAccurateAndAttuned = ruling.Earns || meetsRupture;
        var next = met with
        {
            HasAcknowledged = met.HasAcknowledged || signs.Acknowledges || (signs.Apologises && signs.NamesShift),
            HasOwned = met.HasOwned || signs.Owns,
            HasReattuned = met.HasReattuned || (meetsRupture && (met.HasAcknowledged || signs.Names)),
        };

        if (isAccurateAndAttuned && met.Depth == 1 && MendsStrain(next, ruling, signs, persona.Rubric))
        {
            return new RepairMove.Mends(next);
        }

        if (next.Reached > met.Reached)
        {
            return Softer(next with { Softened = met.Softened + 1 });
        }

        if (isAccurateAndAttuned && met.Depth == 1)
        {
            return new RepairMove.Softens(next with { HasEased = true }, Causes.Other);
        }

        if (met.Reached == RepairStage.Reattuned && (isAccurateAndAttuned || signs.Names || ruling.Verdict == Verdict.Neutral))
        {
            return Softer(next with { Softened = met.Softened + 1 });
        }

        if (isAccurateAndAttuned && !signs.Names && !met.HasEased && met.Depth > 1)
        {
            return new RepairMove.Softens(next with { Depth = met.Depth - 1, HasEased = true }, Causes.Other);
        }

        return signs.Names || isAccurateAndAttuned ? new RepairMove.Holds(next) : Worse(next, persona);
    }

    /// <summary>
    /// A strain passes at a reply that names it and meets the client, or at one that adds to what the client said; giving back what was
    /// said, without a word about the strain, has to come twice.
    /// </summary>
    private static bool MendsStrain(RuptureState.Open next, Ruling ruling, RepairSigns signs, Rubric rubric) =>
        next.HasEased || next.Reached > RepairStage.Open || signs.Names || ruling.Level > rubric.AccurateLevel;

    /// <summary>A first silence after the learner has met the hurt counts as softening; before that it holds.</summary>
    private static RepairMove Steadied(RuptureState.Open rupture) => rupture.Reached == RepairStage.Reattuned
        ? Softer(rupture with { Softened = rupture.Softened + 1 })
        : new RepairMove.Holds(rupture);

    private static RepairMove Softer(RuptureState.Open rupture)
    {
        if (rupture.Reached == RepairStage.Reattuned && rupture.Softened >= rupture.Depth)
        {
            return new RepairMove.Mends(rupture);
        }

        var cause = rupture.Reached switch
        {
            RepairStage.Acknowledged => Causes.Acknowledged,
            RepairStage.Owned => Causes.Owned,
            RepairStage.Reattuned => Causes.Reattuned,
            _ => Causes.Other,
        };
        return new RepairMove.Softens(rupture, cause);
    }

    /// <summary>A mixed client confronts, then retreats.</summary>
    private static RepairMove Worse(RuptureState.Open rupture, Persona persona)
    {
        var depth = rupture.Depth + 1;
        if (depth > persona.Rubric.MostSeverity)
        {
            return new RepairMove.Breaks();
        }

        var kind = persona.Tendency == Tendency.Mixed ? RuptureKind.Withdrawal : rupture.InForce;
        return new RepairMove.Deepens(rupture with { Depth = depth, InForce = kind });
    }

    /// <summary>Defence undoes the last stage reached.</summary>
    private static RuptureState.Open SetBack(RuptureState.Open rupture) => rupture.Reached switch
    {
        RepairStage.Reattuned => rupture with { HasReattuned = false, Softened = 0 },
        RepairStage.Owned => rupture with { HasOwned = false, HasReattuned = false, Softened = 0 },
        _ => rupture with { HasAcknowledged = false, HasOwned = false, HasReattuned = false, Softened = 0 },
    };
}
