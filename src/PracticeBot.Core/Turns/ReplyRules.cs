using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Turns;

/// <summary>From the two judgements to one ruling: the rules in order, the first that fits.</summary>
public static class ReplyRules
{
    public static Ruling Rule(Assessment assessment, ClientState state, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rubric);

        var reply = new Judged(assessment, state, rubric);
        return OutsideScoring(reply)
            ?? Silence(reply)
            ?? Wounding(reply)
            ?? Costly(reply)
            ?? FeelingList(reply)
            ?? Facilitative(reply)
            ?? TentativeMiss(reply)
            ?? AccurateAndAttuned(reply)
            ?? AccurateOnly(reply)
            ?? StaysWithIt(reply)
            ?? AttunedOnly(reply)
            ?? Neither(reply);
    }

    private static Ruling? OutsideScoring(Judged reply) => reply.Assessment.Kind switch
    {
        ReplyKind.OutOfRole => Neutral(0, Reaction.OutOfRole, Causes.Other),
        ReplyKind.OffTopic => Neutral(0, Reaction.OffTopic, Causes.Other),
        _ => null,
    };

    private static Ruling? Silence(Judged reply)
    {
        if (reply.Assessment.Kind != ReplyKind.Silence)
        {
            return null;
        }

        var state = reply.State;
        var fits = state is { HasAsked: false, SilencesRunning: 0 } && (state.HasDisclosed || state.Distress >= reply.Rubric.HighDistress);
        return fits
            ? Neutral(reply.Rubric.SettleTrust, Reaction.Settle, Causes.Silence)
            : Neutral(0, Reaction.Unease, Causes.Silence);
    }

    private static Ruling? Wounding(Judged reply)
    {
        var cause = reply.Worst(BreachGrade.Wounding) is { } breach ? CauseOf(breach)
            : reply.Accuracy.Emotion == EmotionMatch.Contradicted ? Causes.Contradiction
            : null;
        if (cause is null)
        {
            return null;
        }

        return reply.ShowsHarm
            ? new(Verdict.Harmful, reply.Level, reply.Rubric.HarmfulTrust, Reaction.Hesitate, cause)
            : new(Verdict.Missed, reply.Level, reply.Rubric.PlainMissTrust, Reaction.Hesitate, cause);
    }

    private static Ruling? Costly(Judged reply) => reply.Worst(BreachGrade.Costly) is { } breach
        ? new(Verdict.Missed, reply.Level, reply.Rubric.CostlyTrust, Reaction.Hesitate, CauseOf(breach))
        : null;

    private static Ruling? FeelingList(Judged reply) => reply.Assessment.IsFeelingList
        ? new(Verdict.Partial, reply.Level, 0, Reaction.Hesitate, Causes.FeelingList)
        : null;

    private static Ruling? Facilitative(Judged reply)
    {
        if (reply.Assessment.Kind != ReplyKind.Facilitative || reply.Accuracy.OffersSomething || reply.Assessment.Breaches.Count > 0)
        {
            return null;
        }

        // Asking about risk is good practice at any time.
        var interrogates = reply.Assessment is { IsQuestionOnly: true, Facilitation: not Facilitation.RiskQuestion }
            && reply.State.QuestionsRunning + 1 >= reply.Rubric.QuestionsRunning;
        return interrogates
            ? new(Verdict.Missed, reply.Level, reply.Rubric.QuestioningTrust, Reaction.Hesitate, Causes.Questioning)
            : Neutral(reply.Rubric.FacilitativeTrust, Reaction.Answer, CauseOf(reply.Assessment.Facilitation));
    }

    private static Ruling? TentativeMiss(Judged reply)
    {
        if (reply.Accuracy is not { Tentative: true, Emotion: EmotionMatch.Missed })
        {
            return null;
        }

        return reply.State.TentativeMisses == 0
            ? new(Verdict.Partial, reply.Level, reply.Rubric.TentativeMissTrust, Reaction.Correct, Causes.WrongFeeling)
            : new(Verdict.Missed, reply.Level, reply.Rubric.SecondTentativeMissTrust, Reaction.Correct, Causes.WrongFeeling);
    }

    private static Ruling? AccurateAndAttuned(Judged reply)
    {
        if (!reply.IsAccurate || !reply.IsAttuned)
        {
            return null;
        }

        var rubric = reply.Rubric;
        var flat = reply.Worst(BreachGrade.Flat);
        var checks = reply.Assessment.Checks || reply.Assessment.Moves.Contains(Move.Silence);
        var (verdict, trust) = reply.Level switch
        {
            >= 5 => (Verdict.Attuned, rubric.LevelFiveTrust),
            4 => (Verdict.Attuned, rubric.LevelFourTrust),
            _ when checks && flat is null => (Verdict.Attuned, rubric.CheckedLevelThreeTrust),
            _ => (Verdict.Partial, rubric.LevelThreeTrust),
        };
        return flat is { } breach
            ? new(verdict, reply.Level, trust, Reaction.Hesitate, CauseOf(breach), Earns: true)
            : new(verdict, reply.Level, trust, Reaction.Continue, WhatMet(reply), Earns: true);
    }

    private static Ruling? AccurateOnly(Judged reply)
    {
        if (!reply.IsAccurate)
        {
            return null;
        }

        var attunement = reply.Assessment.Attunement;
        var cause = attunement.Pace < attunement.Tone ? Causes.Rushed : Causes.Cold;
        return new(Verdict.Partial, reply.Level, 0, Reaction.Stung, cause);
    }

    /// <summary>Unaddressed is a miss only where the client disclosed a feeling and the reply neither stays with it nor asks about it.</summary>
    private static Ruling? StaysWithIt(Judged reply)
    {
        if (reply.Accuracy.OffersSomething || reply.Assessment.Breaches.Count > 0)
        {
            return null;
        }

        var stays = reply.Assessment.Facilitation is Facilitation.OpenQuestion or Facilitation.Encourager or Facilitation.RiskQuestion
            || reply.Assessment.Moves.Any(move => move is Move.ReflectionSimple or Move.ReflectionComplex or Move.Validation or Move.Affirmation or Move.Encourager
                or Move.EmotionalBracketing)
            || NamesOwnMiss(reply);
        if (!stays && reply.State.HasDisclosed)
        {
            return null;
        }

        var cause = reply.Assessment.Facilitation == Facilitation.None ? Causes.Encourager : CauseOf(reply.Assessment.Facilitation);
        return Neutral(stays ? reply.Rubric.FacilitativeTrust : 0, Reaction.Answer, cause);
    }

    /// <summary>Naming one's own miss with humility, before any rupture has come of it, stays with the client.</summary>
    private static bool NamesOwnMiss(Judged reply) =>
        reply.State.Recent is [.., { Missed: true }] && reply.Assessment.Repair is { Defends: false } signs && (signs.NamesShift || signs.Acknowledges || signs.Owns);

    private static Ruling? AttunedOnly(Judged reply)
    {
        if (!reply.IsAttuned)
        {
            return null;
        }

        return reply.Worst(BreachGrade.Flat) is { } breach
            ? new(Verdict.Missed, reply.Level, reply.Rubric.WarmMissTrust, Reaction.Hesitate, CauseOf(breach))
            : new(Verdict.Missed, reply.Level, reply.Rubric.WarmMissTrust, Reaction.Correct, WhatMissed(reply));
    }

    private static Ruling Neither(Judged reply)
    {
        var flat = reply.Worst(BreachGrade.Flat);
        var far = Math.Abs(reply.Accuracy.IntensityDifference ?? 0) >= reply.Rubric.FarIntensity;
        var trust = flat is not null || far ? reply.Rubric.FlatMissTrust : reply.Rubric.PlainMissTrust;
        return new(Verdict.Missed, reply.Level, trust, Reaction.Hesitate, flat is { } breach ? CauseOf(breach) : WhatMissed(reply));
    }

    private static Ruling Neutral(double trust, Reaction reaction, string cause) => new(Verdict.Neutral, null, trust, reaction, cause);

    private static string WhatMet(Judged reply) =>
        reply.Assessment.Checks ? Causes.Check
        : reply.Accuracy.OffersFeeling ? Causes.Feeling
        : reply.Assessment.Moves.Contains(Move.Validation) ? Causes.Validation
        : Causes.Meaning;

    private static string WhatMissed(Judged reply) => reply.Accuracy switch
    {
        { Emotion: EmotionMatch.Missed } => Causes.WrongFeeling,
        { IntensityDifference: { } difference } when difference <= -reply.Rubric.FarIntensity => Causes.Understated,
        { IntensityDifference: { } difference } when difference >= reply.Rubric.FarIntensity => Causes.Overstated,
        { OffersSomething: true } => Causes.WrongMeaning,
        _ => Causes.Other,
    };

    private static string CauseOf(Breach breach) => breach == Breach.Interrogation ? Causes.Questioning : breach.Code();

    private static string CauseOf(Facilitation facilitation) => facilitation switch
    {
        Facilitation.Greeting => Causes.Greeting,
        Facilitation.Contracting => Causes.Contracting,
        Facilitation.OpenQuestion => Causes.OpenQuestion,
        Facilitation.ClosedQuestion => Causes.ClosedQuestion,
        Facilitation.Encourager => Causes.Encourager,
        Facilitation.RiskQuestion => Causes.Risk,
        Facilitation.Closing => Causes.Closing,
        Facilitation.Thanks => Causes.Thanks,
        _ => Causes.Other,
    };

    private sealed record Judged(Assessment Assessment, ClientState State, Rubric Rubric)
    {
        public Accuracy Accuracy => Assessment.Accuracy;

        public int Level { get; } = LevelRule.Of(Assessment, State.Recent.TakeLast(Rubric.RecentTurns - 1).Any(reply => reply.FlatBreach), Rubric);

        public bool IsAccurate => Level >= Rubric.AccurateLevel;

        public bool IsAttuned => Assessment.Attunement.Mean >= Rubric.AttunedMean;

        /// <summary>An assessor that is not sure may say that a reply hurt only where it quotes what did.</summary>
        public bool ShowsHarm => Assessment.Confidence >= Rubric.SureFrom
            || Assessment.Breaches.Any(breach => breach.Grade() == BreachGrade.Wounding && Assessment.Shows(breach));

        public Breach? Worst(BreachGrade grade)
        {
            foreach (var breach in Assessment.Breaches)
            {
                if (breach.Grade() == grade)
                {
                    return breach;
                }
            }

            return null;
        }
    }
}
