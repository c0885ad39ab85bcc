using System.Collections.Immutable;
using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Skills;

/// <summary>A learner's estimates, one for each skill. Immutable.</summary>
public sealed class SkillProfile
{
    public static readonly SkillProfile Unknown = new(ImmutableDictionary<Skill, SkillEstimate>.Empty);

    /// <summary>Readings from which an estimate is worth telling.</summary>
    public const int EnoughToSay = 3;

    private readonly ImmutableDictionary<Skill, SkillEstimate> estimates;

    private SkillProfile(ImmutableDictionary<Skill, SkillEstimate> estimates) => this.estimates = estimates;

    public SkillEstimate this[Skill skill] => estimates.GetValueOrDefault(skill, SkillEstimate.Unknown);

    /// <summary>The skills of which there is something to say, the weakest first.</summary>
    public IReadOnlyList<Skill> Known =>
    [
        .. estimates.Where(pair => pair.Value.Observations >= EnoughToSay).OrderBy(pair => pair.Value.Mean).ThenBy(pair => pair.Key).Select(pair => pair.Key),
    ];

    public SkillProfile After(SkillReading reading, Persona persona, int layer) => new(
        estimates.SetItem(reading.Skill, this[reading.Skill].After(reading.Score, MomentDifficulty.Of(persona, layer, reading.Skill))));

    public SkillProfile After(IEnumerable<SkillReading> readings, Persona persona, int layer)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return readings.Aggregate(this, (profile, reading) => profile.After(reading, persona, layer));
    }

    /// <summary>At the start of another session.</summary>
    public SkillProfile Drifted() => new(estimates.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Drifted()));
}
