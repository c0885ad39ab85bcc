using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Skills;

/// <summary>Something that could be practised next.</summary>
/// <param name="Moment">Index of the layer that a drill is about; null for a talk.</param>
public sealed record PracticeOption(Persona Client, int? Moment);

/// <summary>What to practise next, and why.</summary>
/// <param name="Skill">The skill that it is for; null where too little is known.</param>
/// <param name="Chance">Predicted chance to meet its moments, 0 to 1; null where too little is known.</param>
public sealed record Suggestion(PracticeOption Option, Skill? Skill, double? Chance)
{
    public SuggestionReason Reason => Chance switch
    {
        null => SuggestionReason.Gentle,
        < NextPractice.Edge - NextPractice.AboutEdge => SuggestionReason.Stretch,
        > NextPractice.Edge + NextPractice.AboutEdge => SuggestionReason.Surer,
        _ => SuggestionReason.Edge,
    };
}

/// <summary>Why something is suggested.</summary>
public enum SuggestionReason
{
    /// <summary>Nothing is known yet: the gentlest client.</summary>
    Gentle,

    /// <summary>It would go well about seven times in ten.</summary>
    Edge,

    /// <summary>Harder than that; nothing nearer is left.</summary>
    Stretch,

    /// <summary>Easier than that; nothing nearer is left.</summary>
    Surer,
}

/// <summary>
/// Practice at the edge of ability: hard enough to teach, easy enough to succeed mostly. The weakest skill of which there is something to
/// say decides.
/// </summary>
/// <remarks>The region is deliberate practice's (Rousmaniere 2016), the number this project's choice.</remarks>
public static class NextPractice
{
    /// <summary>Chance of success, 0 to 1, at which practice is sought.</summary>
    public const double Edge = 0.7;

    /// <summary>How far from <see cref="Edge"/> still counts as there.</summary>
    public const double AboutEdge = 0.1;

    /// <summary>The option nearest to the edge; null where there is no option.</summary>
    /// <param name="options">Clients not yet met as talks, and drills of moments that went badly.</param>
    public static Suggestion? Choose(SkillProfile profile, IReadOnlyList<PracticeOption> options)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(options);
        if (profile.Known is not [var weakest, ..])
        {
            return options.OrderBy(option => option.Moment is null ? 0 : 1).ThenBy(option => option.Client.Difficulty)
                .ThenBy(option => option.Client.Id.Value, StringComparer.Ordinal)
                .Select(option => new Suggestion(option, null, null)).FirstOrDefault();
        }

        // One moment leaves no room for moving away and coming back.
        var fitting = weakest is Skill.Noticing or Skill.Repair && options.Any(option => option.Moment is null)
            ? options.Where(option => option.Moment is null)
            : options;
        return fitting
            .Select(option => new Suggestion(option, weakest, profile[weakest].ChanceAt(DifficultyOf(option, weakest))))
            .OrderBy(suggestion => Math.Abs(suggestion.Chance!.Value - Edge))
            .ThenBy(suggestion => suggestion.Option.Client.Id.Value, StringComparer.Ordinal)
            .ThenBy(suggestion => suggestion.Option.Moment)
            .FirstOrDefault();
    }

    private static double DifficultyOf(PracticeOption option, Skill skill) => option.Moment is { } layer
        ? MomentDifficulty.Of(option.Client, layer, skill)
        : MomentDifficulty.OfTalk(option.Client, skill);
}
