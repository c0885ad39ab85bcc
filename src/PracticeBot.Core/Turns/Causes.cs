namespace PracticeBot.Core.Turns;

/// <summary>What in the reply brought the reaction about: the keys under a reaction in a persona file.</summary>
public static class Causes
{
    public const string Other = "other";

    // answer
    public const string Greeting = "greeting";
    public const string Contracting = "contracting";
    public const string Encourager = "encourager";
    public const string OpenQuestion = "open-question";
    public const string ClosedQuestion = "closed-question";
    public const string Risk = "risk";
    public const string Closing = "closing";
    public const string Thanks = "thanks";
    public const string Unknown = "unknown";
    public const string TooSoon = "too-soon";

    // continue, deepen
    public const string Feeling = "feeling";
    public const string Meaning = "meaning";
    public const string Check = "check";
    public const string Validation = "validation";
    public const string Affirmation = "affirmation";
    public const string Question = "question";

    // correct, hesitate
    public const string WrongFeeling = "wrong-feeling";
    public const string WrongMeaning = "wrong-meaning";
    public const string Understated = "understated";
    public const string Overstated = "overstated";
    public const string Advice = "advice";
    public const string Reassurance = "reassurance";
    public const string Dismissal = "dismissal";
    public const string Judgement = "judgement";
    public const string Instruction = "instruction";
    public const string Defensiveness = "defensiveness";
    public const string Contradiction = "contradiction";
    public const string Diagnosis = "diagnosis";
    public const string TopicShift = "topic-shift";
    public const string SelfFocus = "self-focus";
    public const string Questioning = "questioning";
    public const string Parroting = "parroting";
    public const string OverApology = "over-apology";
    public const string FeelingList = "feeling-list";
    public const string Silence = "silence";

    // stung
    public const string Cold = "cold";
    public const string Rushed = "rushed";

    // soften
    public const string Acknowledged = "acknowledged";
    public const string Owned = "owned";
    public const string Reattuned = "reattuned";

    // withdraw, confront, guarded: by severity
    public const string Strain = "1";
    public const string Rupture = "2";
    public const string AboutToLeave = "3";

    /// <summary>Every key that a persona file may use under a reaction.</summary>
    public static readonly IReadOnlySet<string> All = typeof(Causes)
        .GetFields()
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The key for a rupture's severity, 1 to 3.</summary>
    public static string BySeverity(int severity) => severity switch { <= 1 => Strain, 2 => Rupture, _ => AboutToLeave };
}
