namespace PracticeBot.Core.Assessments;

/// <summary>What a reply does (MITI 4.2 behaviours and 3RS repair moves); several may apply.</summary>
public enum Move
{
    ReflectionSimple,

    /// <summary>A reflection that adds meaning or the implicit feeling.</summary>
    ReflectionComplex,
    QuestionOpen,
    QuestionClosed,
    Affirmation,
    Validation,

    /// <summary>Asks the client to confirm the feeling or meaning offered.</summary>
    Checking,

    /// <summary>Sets one's own reaction aside in words ("this isn't about me").</summary>
    EmotionalBracketing,
    Silence,
    Encourager,
    Contracting,
    RiskQuestion,
    SelfDisclosure,
    Information,
    Advice,
    AdviceWithPermission,
    Summary,
    RepairAcknowledge,
    RepairOwn,
    RepairInvite,
}
