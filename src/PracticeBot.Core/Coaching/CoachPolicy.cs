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
    /// <param name="after">The client's state after the turn.</param>
    public static Feedback FeedbackOn(Assessment assessment, Decision decision, ClientState after, Persona persona)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(persona);

        var isJudged = decision.Verdict is not (Verdict.Neutral or Verdict.Unavailable);
        return new Feedback(
            decision.Verdict,
            isJudged ? Band(assessment, decision.Level, persona.Rubric) : null,
            isJudged ? assessment.Attunement : null,
            Landed(assessment, decision),
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

    /// <summary>Praise only what landed: the words for the feeling or the meaning, or those that repaired.</summary>
    private static Evidence? Landed(Assessment assessment, Decision decision)
    {
        if (decision.Verdict is not (Verdict.Attuned or Verdict.Partial) || assessment.IsFeelingList)
        {
            return null;
        }

        string[] order = assessment.Accuracy.Emotion is EmotionMatch.Exact or EmotionMatch.Near || assessment.Accuracy.Meaning != MeaningMatch.None
            ? ["accuracy.meaning", "accuracy.emotion"]
            : [];
        order = [.. order, "move.repair.own", "move.repair.acknowledge", "move.repair.invite"];
        return order
            .SelectMany(dimension => assessment.Evidence.Where(evidence => evidence.Dimension == dimension))
            .Select(evidence => (Evidence?)evidence)
            .FirstOrDefault();
    }

    private static Nudge NudgeFor(Assessment assessment, Decision decision, ClientState after, Rubric rubric) =>
        ForBreach(assessment)
        ?? (assessment.IsFeelingList ? Nudge.OfferOneFeeling : (Nudge?)null)
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
            Breach.FalseReassurance or Breach.Dismissal or Breach.InstructionToFeel => Nudge.LeaveOutReassurance,
            Breach.Judgement or Breach.DiagnosisAsLabel => Nudge.LeaveOutJudgement,
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
        RuptureState.Open => Nudge.MeetTheHurt,
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
