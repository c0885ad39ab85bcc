namespace PracticeBot.Core.Turns;

/// <summary>What the client does in answer to a reply. On the wire and in persona files: camel case.</summary>
public enum Reaction
{
    /// <summary>Answers a greeting, a question or an invitation to go on.</summary>
    Answer,

    /// <summary>Feels met and goes on at the same depth.</summary>
    Continue,

    /// <summary>Opens the next layer.</summary>
    Deepen,

    /// <summary>Puts a wrong guess right.</summary>
    Correct,

    /// <summary>Confirms curtly: the right word, cold or rushed.</summary>
    Stung,

    /// <summary>Holds back after a miss; no rupture yet.</summary>
    Hesitate,

    /// <summary>A rupture opens or deepens by moving away.</summary>
    Withdraw,

    /// <summary>A rupture opens or deepens by moving against.</summary>
    Confront,

    /// <summary>A rupture is open and the reply did not move it.</summary>
    Guarded,

    /// <summary>An open rupture eases.</summary>
    Soften,

    /// <summary>The rupture is repaired.</summary>
    Repaired,

    /// <summary>A silence held well.</summary>
    Settle,

    /// <summary>A silence that leaves the client alone.</summary>
    Unease,

    /// <summary>Ends the talk.</summary>
    Exit,

    /// <summary>Steps out of the role plainly.</summary>
    OutOfRole,

    /// <summary>Comes back to the talk from something that has nothing to do with it.</summary>
    OffTopic,
}
