namespace PracticeBot.Core.Personas;

/// <summary>How a client ruptures when missed (3RS markers). Persona files name them in lower case, with a hyphen.</summary>
public enum Tendency
{
    /// <summary>Withdrawal by shutting down: minimal answers, "it's fine", silence.</summary>
    Guarded,

    /// <summary>Withdrawal by masking: "no, you're right", reassurance seeking.</summary>
    Appeasing,

    /// <summary>Withdrawal by avoiding: abstract talk, stories about others, topic shift.</summary>
    Intellectualising,

    /// <summary>Withdrawal into hopelessness: blames self for the talk going badly; a smile with the tears.</summary>
    SelfCritical,

    /// <summary>Confrontation: complaint, rejection, self-defence, pressure.</summary>
    Challenging,

    /// <summary>Confronts, then retreats.</summary>
    Mixed,
}
