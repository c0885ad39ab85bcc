namespace PracticeBot.Embedded.Clients;

/// <summary>What a question sounds like, whatever its words.</summary>
/// <param name="Fact">The fact that it comes closest to.</param>
/// <param name="Near">How close, a cosine.</param>
/// <param name="Next">How close it comes to another fact.</param>
/// <param name="Beside">How close it comes to what no fact answers.</param>
/// <param name="IsOutside">That closest thing is nothing of her concern: small talk, a quiz.</param>
internal readonly record struct HeardQuestion(PreparedFact Fact, double Near, double Next, double Beside, bool IsOutside)
{
    /// <summary>Less than this is no likeness.</summary>
    private const double Enough = 0.5;

    /// <summary>By less than this another fact is meant as likely.</summary>
    private const double Clearly = 0.05;

    /// <summary>What no fact answers is of many kinds and often like a question for one: by this much it has to be the more alike.</summary>
    private const double Doubt = 0.05;

    /// <summary>From here on it is nothing of her life, and not just more like that than like anything else.</summary>
    private const double Outside = 0.45;

    /// <summary>From here on it is small talk without a doubt.</summary>
    private const double Chat = 0.6;

    /// <summary>It asks for the fact; a wrong answer is worse than none, so doubt is a no.</summary>
    public bool IsSure => Near >= Enough && Near - Next >= Clearly && Beside - Near <= Doubt;

    /// <summary>It asks for something that has no place in her life as it is told.</summary>
    public bool IsOffHerLife => IsOutside && Beside >= Outside && Beside > Near;

    /// <summary>It makes conversation.</summary>
    public bool IsSmallTalk => IsOffHerLife && Beside >= Chat;
}
