using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Coaching;

/// <summary>What a learner is told about one reply; the words for it are the page's language's.</summary>
/// <param name="Accuracy">Did the reply meet what the client holds? Null where nothing was judged.</param>
/// <param name="Attunement">Did it fit the client's state? Null where nothing was judged.</param>
/// <param name="Landed">The learner's own words that landed, as offsets in the reply; null where none did.</param>
/// <param name="Holding">What the client may still be holding, in what sort it is and never by name.</param>
/// <param name="Nudge">One thing to try.</param>
/// <param name="Confidence">How sure the assessor is, 0 to 1.</param>
/// <param name="IsSure">The verdict may be told plainly (<see cref="Personas.Rubric.SureFrom"/>).</param>
public sealed record Feedback(
    Verdict Verdict,
    AccuracyBand? Accuracy,
    Attunement? Attunement,
    Evidence? Landed,
    Holding Holding,
    Nudge Nudge,
    double Confidence,
    bool IsSure,
    AssessorKind Assessor);

/// <summary>Accuracy in four steps that a learner can read, without naming what the client hides.</summary>
public enum AccuracyBand
{
    /// <summary>Level 1 to 2: another feeling or meaning than the client's, or only the surface.</summary>
    Away,

    /// <summary>Near it, or held too faint or too strong.</summary>
    Near,

    /// <summary>Level 3: what the client said.</summary>
    Met,

    /// <summary>Level 4 to 5: what the client did not say.</summary>
    Beneath,
}

/// <summary>What may be left after a reply.</summary>
public enum Holding
{
    /// <summary>Nothing that a learner could be told of.</summary>
    Nothing,

    /// <summary>What they have only just let be seen.</summary>
    JustShown,

    /// <summary>More beneath what was met.</summary>
    MoreBeneath,

    AnotherFeeling,
    HowStrong,
    WhatItMeans,
    HowItFeels,
    FeelingAndMeaning,

    /// <summary>What has happened between the two.</summary>
    BetweenYou,
}

/// <summary>The one thing to try next.</summary>
public enum Nudge
{
    KeepGoing,
    GoBeneath,
    CheckIt,
    StayWithFeeling,
    ListenAgain,
    MatchTheStrength,
    HoldBackAdvice,
    LeaveOutReassurance,
    LeaveOutJudgement,
    LeaveOutLabels,
    LetItBeThatBig,
    LetThemFeelIt,
    LeaveSelfOut,
    StayOnTheirGround,
    OfferOneFeeling,
    UseYourOwnWords,
    FewerQuestions,
    SlowDown,
    WarmTheTone,
    PlainWords,
    OneSorryIsEnough,
    NameWhatHappened,
    OwnYourPart,
    MeetTheHurt,

    /// <summary>All has been said about the rupture; the client needs another moment.</summary>
    StayAfterRepair,
    NoButs,
    LetSilenceBe,
    BreakTheSilence,
    OfferSomething,
}
