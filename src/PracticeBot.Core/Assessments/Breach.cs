namespace PracticeBot.Core.Assessments;

/// <summary>What in a reply wounds, costs or falls flat.</summary>
public enum Breach
{
    Dismissal,
    Judgement,
    FalseReassurance,
    InstructionToFeel,
    Defensiveness,
    Contradiction,
    DiagnosisAsLabel,
    PrematureAdvice,
    TopicShift,
    SelfFocus,
    WrongFeelingAsFact,
    Parroting,
    Interrogation,
    OverApology,
}

/// <summary>How much a breach costs; a hedge does not soften it.</summary>
public enum BreachGrade
{
    /// <summary>Holds the reply at level 3; at level 2 when repeated within three turns.</summary>
    Flat,

    /// <summary>Holds the reply at level 2.</summary>
    Costly,

    /// <summary>Holds the reply at level 1.</summary>
    Wounding,
}

public static class BreachGrades
{
    public static BreachGrade Grade(this Breach breach) => breach switch
    {
        Breach.Dismissal or Breach.Judgement or Breach.FalseReassurance or Breach.InstructionToFeel or Breach.Defensiveness
            or Breach.Contradiction or Breach.DiagnosisAsLabel => BreachGrade.Wounding,
        Breach.PrematureAdvice or Breach.TopicShift or Breach.SelfFocus or Breach.WrongFeelingAsFact => BreachGrade.Costly,
        Breach.Parroting or Breach.Interrogation or Breach.OverApology => BreachGrade.Flat,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
