using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;

namespace PracticeBot.Core.Coaching;

/// <summary>What to tell a learner about one reply: what landed if something did, and one nudge. Never what the client hides.</summary>
public static class CoachPolicy
{
    /// <param name="reply">The reply as received.</param>
    /// <param name="after">The client's state after the turn.</param>
    public static Feedback FeedbackOn(string reply, Assessment assessment, Decision decision, ClientState after, Persona persona)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(persona);

        var isJudged = decision.Verdict is not (Verdict.Neutral or Verdict.Unavailable);
        return new Feedback(
            decision.Verdict,
            isJudged ? Band(assessment, decision.Level, persona.Rubric) : null,
            isJudged ? assessment.Attunement : null,
            Landed(reply, assessment, decision, persona.Rubric),
            StillHeld(assessment, decision, after, persona),
            NudgeFor(assessment, decision, after, persona.Rubric),
            assessment.Confidence,
            assessment.Confidence >= persona.Rubric.SureFrom,
            assessment.Assessor);
    }

    private static AccuracyBand Band(Assessment assessment, int? level, Rubric rubric) => level switch
    {
        >= 4 => AccuracyBand.Beneath,
        3 => AccuracyBand.Met,
        _ when assessment.Accuracy.Emotion is EmotionMatch.Exact or EmotionMatch.Near => AccuracyBand.Near,
        // What a breach happens to share with the story is no nearness.
        _ when assessment.Has(BreachGrade.Wounding) || assessment.Has(BreachGrade.Costly) => AccuracyBand.Away,
        _ when assessment.Accuracy.Meaning != MeaningMatch.None || LevelRule.IsAccurate(assessment.Accuracy, rubric) => AccuracyBand.Near,
        _ => AccuracyBand.Away,
    };

    /// <summary>
    /// Praise only what landed: the clause that met the client, in the rupture or in the story; the learner's own part only where nothing
    /// else did.
    /// </summary>
    private static Evidence? Landed(string reply, Assessment assessment, Decision decision, Rubric rubric)
    {
        if (decision.Verdict is not (Verdict.Attuned or Verdict.Partial) || assessment.IsFeelingList)
        {
            return null;
        }

        var signs = assessment.Repair;
        var accuracy = assessment.Accuracy;
        var isInRupture = decision.Directive is { Reaction: Reaction.Soften or Reaction.Repaired or Reaction.Guarded };
        var meetsStory = isInRupture && signs.Names
            ? LevelRule.IsAccurate(accuracy, rubric)
            : accuracy.Emotion is EmotionMatch.Exact or EmotionMatch.Near || accuracy.Meaning != MeaningMatch.None;
        return (isInRupture && signs.MeetsRuptureFeeling ? Widest("move.reflection.simple") : null)
            ?? (meetsStory ? Widest("accuracy.meaning", "accuracy.emotion") : null)
            ?? Widest("move.repair.acknowledge")
            ?? Widest("move.repair.own")
            ?? Widest("move.repair.invite");

        // The clause in which most of it stands, the first of them where several hold as much.
        Evidence? Widest(params string[] dimensions)
        {
            var clauses = assessment.Evidence
                .Where(evidence => dimensions.Contains(evidence.Dimension, StringComparer.Ordinal))
                .Select(evidence => ClauseAround.Of(reply, evidence))
                .GroupBy(clause => (clause.Start, clause.Length))
                .OrderByDescending(group => group.Count())
                .ToList();
            return clauses.Count > 0 ? clauses[0].First() : null;
        }
    }

    private static Holding StillHeld(Assessment assessment, Decision decision, ClientState after, Persona persona)
    {
        var accuracy = assessment.Accuracy;
        return decision switch
        {
            { Verdict: Verdict.Unavailable } => Holding.Nothing,
            _ when after.Rupture.IsOpen => Holding.BetweenYou,
            _ when decision.Events.OfType<ClientEvent.LayerOpened>().Any() => Holding.JustShown,
            { Verdict: Verdict.Neutral } => Holding.Nothing,
            { Level: >= 4 } => after.Layer + 1 < persona.Layers.Count ? Holding.MoreBeneath : Holding.Nothing,
            _ when accuracy.Emotion is EmotionMatch.Missed or EmotionMatch.Contradicted => Holding.AnotherFeeling,
            _ when accuracy.IntensityDifference is { } difference && Math.Abs(difference) > persona.Rubric.NearIntensity => Holding.HowStrong,
            _ when accuracy.OffersFeeling && accuracy.Meaning != MeaningMatch.Core => Holding.WhatItMeans,
            _ when !accuracy.OffersFeeling && accuracy.Meaning != MeaningMatch.None => Holding.HowItFeels,
            _ when accuracy.OffersFeeling => Holding.MoreBeneath,
            _ => Holding.FeelingAndMeaning,
        };
    }

    private static Nudge NudgeFor(Assessment assessment, Decision decision, ClientState after, Rubric rubric) =>
        ForBreach(assessment)
        ?? (assessment.IsFeelingList ? Nudge.OfferOneFeeling : (Nudge?)null)
        ?? (after.Rupture.IsOpen && assessment.Repair.Defends ? Nudge.NoButs : (Nudge?)null)
        ?? ForRupture(after.Rupture)
        ?? ForReaction(assessment, decision)
        ?? ForAccuracy(assessment, decision, rubric)
        ?? ForAttunement(assessment.Attunement)
        ?? (decision.Level is 3 && !assessment.Checks ? Nudge.GoBeneath : Nudge.KeepGoing);

    private static Nudge? ForBreach(Assessment assessment)
    {
        var worst = assessment.Breaches.OrderByDescending(breach => breach.Grade()).Select(breach => (Breach?)breach).FirstOrDefault();
        return worst switch
        {
            null => null,
            Breach.PrematureAdvice => Nudge.HoldBackAdvice,
            Breach.FalseReassurance => Nudge.LeaveOutReassurance,
            Breach.Dismissal => Nudge.LetItBeThatBig,
            Breach.InstructionToFeel => Nudge.LetThemFeelIt,
            Breach.Judgement => Nudge.LeaveOutJudgement,
            Breach.DiagnosisAsLabel => Nudge.LeaveOutLabels,
            Breach.Defensiveness => Nudge.NoButs,
            Breach.Contradiction or Breach.WrongFeelingAsFact => Nudge.ListenAgain,
            Breach.TopicShift => Nudge.StayOnTheirGround,
            Breach.SelfFocus => Nudge.LeaveSelfOut,
            Breach.Parroting => Nudge.UseYourOwnWords,
            Breach.Interrogation => Nudge.FewerQuestions,
            Breach.OverApology => Nudge.OneSorryIsEnough,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Nudge? ForRupture(RuptureState rupture) => rupture switch
    {
        RuptureState.Open { Reached: RepairStage.Open } => Nudge.NameWhatHappened,
        RuptureState.Open { Reached: RepairStage.Acknowledged } => Nudge.OwnYourPart,
        RuptureState.Open { Reached: RepairStage.Owned } => Nudge.MeetTheHurt,
        RuptureState.Open => Nudge.StayAfterRepair,
        _ => null,
    };

    private static Nudge? ForReaction(Assessment assessment, Decision decision) => decision.Directive switch
    {
        { Reaction: Reaction.Settle } => Nudge.LetSilenceBe,
        { Reaction: Reaction.Unease } => Nudge.BreakTheSilence,
        { Cause: Causes.Questioning } => Nudge.FewerQuestions,
        { Reaction: Reaction.Answer } when assessment.Facilitation is not Facilitation.Closing => Nudge.OfferSomething,
        _ => null,
    };

    private static Nudge? ForAccuracy(Assessment assessment, Decision decision, Rubric rubric)
    {
        var accuracy = assessment.Accuracy;
        if (decision.Level is null or >= 3)
        {
            return null;
        }

        return accuracy switch
        {
            { Emotion: EmotionMatch.Missed or EmotionMatch.Contradicted } => Nudge.ListenAgain,
            { IntensityDifference: { } difference } when Math.Abs(difference) > rubric.NearIntensity => Nudge.MatchTheStrength,
            { OffersSomething: true } => Nudge.CheckIt,
            _ => Nudge.StayWithFeeling,
        };
    }

    private static Nudge? ForAttunement(Attunement attunement)
    {
        const int Weak = 2;
        return attunement switch
        {
            { Pace: <= Weak } => Nudge.SlowDown,
            { Tone: <= Weak } => Nudge.WarmTheTone,
            { Words: <= Weak } => Nudge.PlainWords,
            { Presence: <= Weak } => Nudge.StayWithFeeling,
            _ => null,
        };
    }
}
