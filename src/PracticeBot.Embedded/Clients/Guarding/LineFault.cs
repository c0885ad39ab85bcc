namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>Why a sentence must not be shown as the client's.</summary>
public enum LineFault
{
    /// <summary>It names a feeling before its time.</summary>
    HiddenFeeling,

    /// <summary>It tells of a moment that has not opened yet.</summary>
    LaterMoment,

    /// <summary>It speaks as a machine, or of the exercise.</summary>
    OutOfRole,

    /// <summary>A danger to life that the author did not write.</summary>
    InventsRisk,

    /// <summary>The client counsels the helper.</summary>
    GivesAdvice,

    /// <summary>It thanks for, or agrees with, a reply that missed.</summary>
    PraisesAMiss,

    /// <summary>It was said before.</summary>
    Repeats,

    /// <summary>With it the line gets longer than this client's lines are.</summary>
    TooLong,

    /// <summary>Lists, links, placeholders, hidden characters: nothing that somebody says.</summary>
    NotSpeech,

    /// <summary>Not the language of the talk.</summary>
    AnotherLanguage,
}
