using PracticeBot.Core.Personas;
using PracticeBot.Hosting;

namespace PracticeBot.Practice;

/// <summary>The <c>Practice</c> section.</summary>
public sealed record PracticeOptions
{
    internal static readonly Setting<string> DefaultPersonaSetting = new("Practice:DefaultPersona", "maya", TryPersonaId)
    {
        Default = "maya",
        Range = "the id of a client that is here",
        Example = "maya",
        What = "The client of a bare `start`, and of a first message that is no command.",
    };

    internal static readonly Setting<string> UnaidedPersonaSetting = new("Practice:UnaidedPersona", "rosa", TryPersonaId)
    {
        Default = "rosa",
        Range = "the id of a client that is here",
        Example = "rosa",
        What = "The client of `unaided`: the same for everyone, so that talks can be compared.",
    };

    private static readonly Setting<Pacing> PacingSetting = SettingValues.Choice(
        "Practice:Pacing", Pacing.Natural, "`natural`: the client types for 0.8 to 3 s; `none`: lines come at once.");

    private static readonly Setting<PracticeMode> ModeSetting = SettingValues.Choice(
        "Practice:Mode", PracticeMode.Guided, "`guided`: feedback after each reply; `quiet`: at the end.");

    internal static readonly IReadOnlyList<Setting> Settings = [DefaultPersonaSetting, UnaidedPersonaSetting, PacingSetting, ModeSetting];

    /// <summary>The client of a bare <c>start</c>, and of a first message that is no command.</summary>
    public string DefaultPersona { get; private set; } = string.Empty;

    /// <summary>The client of <c>unaided</c>.</summary>
    public string UnaidedPersona { get; private set; } = string.Empty;

    /// <summary>How fast the client answers.</summary>
    public Pacing Pacing { get; private set; }

    /// <summary>Feedback after each reply, or at the end.</summary>
    public PracticeMode Mode { get; private set; }

    internal static void Read(PracticeOptions options, IConfiguration configuration)
    {
        options.DefaultPersona = DefaultPersonaSetting.Of(configuration);
        options.UnaidedPersona = UnaidedPersonaSetting.Of(configuration);
        options.Pacing = PacingSetting.Of(configuration);
        options.Mode = ModeSetting.Of(configuration);
    }

    private static bool TryPersonaId(string text, out string value)
    {
        value = text;
        return PersonaId.TryParse(text, out _);
    }
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
public sealed record SafetyOptions
{
    private static readonly TextsSetting ResourcesSetting = new("Safety:Resources", "locale", "en", SettingValues.TryLocale)
    {
        Default = string.Empty,
        Range = "the help to show",
        Example = "Samaritans, 116 123, at any hour",
        What = "The help that is there for a learner in distress, by locale (`en`, `en-GB`).",
    };

    internal static readonly IReadOnlyList<Setting> Settings =
    [
        ResourcesSetting,
        new Setting<string?>("Safety:Notice", byDefault: null, SettingValues.AnyText)
        {
            Default = string.Empty,
            Range = "a text",
            Example = "Talks are read by your trainer.",
            What = "What learners are told before they begin.",
            IsBuilt = false,
        },
    ];

    /// <summary>What to show on a hit, by locale ("en-GB", "en", …): names and numbers of the help that is there locally.</summary>
    public IReadOnlyDictionary<string, string> Resources { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal static void Read(SafetyOptions options, IConfiguration configuration) => options.Resources = ResourcesSetting.Of(configuration);

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
