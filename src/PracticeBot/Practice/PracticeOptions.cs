using System.ComponentModel.DataAnnotations;

namespace PracticeBot.Practice;

/// <summary>The <c>Practice</c> section.</summary>
public sealed class PracticeOptions
{
    public const string Section = "Practice";

    /// <summary>The client of a bare <c>start</c>, and of a first message that is no command.</summary>
    [Required, RegularExpression("^[a-zA-Z][a-zA-Z0-9-]{0,39}$", ErrorMessage = "Practice:DefaultPersona must be a persona's id, for example \"maya\".")]
    public string DefaultPersona { get; set; } = "maya";

    /// <summary>How fast the client answers.</summary>
    [EnumDataType(typeof(Pacing), ErrorMessage = "Practice:Pacing must be \"natural\" or \"none\", for example \"natural\".")]
    public Pacing Pacing { get; set; } = Pacing.Natural;

    /// <summary>Feedback after each reply, or at the end.</summary>
    [EnumDataType(typeof(PracticeMode), ErrorMessage = "Practice:Mode must be \"guided\" or \"quiet\", for example \"guided\".")]
    public PracticeMode Mode { get; set; } = PracticeMode.Guided;
}

public enum Pacing
{
    /// <summary>Typing for 0.8 to 3 s by the line's length and the client's distress.</summary>
    Natural,

    /// <summary>At once.</summary>
    None,
}

public enum PracticeMode
{
    /// <summary>Feedback after each reply.</summary>
    Guided,

    /// <summary>Feedback at the end.</summary>
    Quiet,
}

/// <summary>The <c>Safety</c> section.</summary>
public sealed class SafetyOptions
{
    public const string Section = "Safety";

    /// <summary>What to show on a hit, by locale ("en-GB", "en", …): names and numbers of the help that is there locally.</summary>
    public Dictionary<string, string> Resources { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text for a locale, for its language, or null where nothing is configured.</summary>
    public string? For(string? locale)
    {
        if (locale is null)
        {
            return Resources.Values.FirstOrDefault();
        }

        return Resources.GetValueOrDefault(locale)
            ?? Resources.GetValueOrDefault(locale.Split('-')[0])
            ?? Resources.Values.FirstOrDefault();
    }
}
