namespace PracticeBot.Core.Skills;

/// <summary>What a learner practises, each estimated by itself.</summary>
public enum Skill
{
    /// <summary>Naming the feeling that the client holds, not the one that is assumed.</summary>
    EmotionAccuracy,

    /// <summary>Words as strong as the feeling.</summary>
    Intensity,

    /// <summary>Meeting what it means to the client.</summary>
    Meaning,

    /// <summary>Asking whether one got it right, or offering it as a guess.</summary>
    Checking,

    /// <summary>A voice that carries the feeling's weight.</summary>
    Tone,

    /// <summary>Short and slow, with room left.</summary>
    Pace,

    /// <summary>The client's own images and register.</summary>
    Words,

    /// <summary>Staying with this feeling now.</summary>
    Presence,

    /// <summary>Seeing that the client has quietly moved away.</summary>
    Noticing,

    /// <summary>Mending what went wrong between the two.</summary>
    Repair,
}
