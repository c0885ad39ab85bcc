using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Skills;

/// <summary>
/// How hard a moment is for one skill, in logits about a middling moment: a client of difficulty 3, halfway to the core. Set by hand, not
/// fitted: the scale of estimates rests on it.
/// </summary>
public static class MomentDifficulty
{
    /// <summary>A step of a persona's difficulty (1 to 5), in logits.</summary>
    private const double Step = 0.4;

    /// <summary>From what is said first to the core, in logits.</summary>
    private const double Depth = 0.8;

    /// <summary>What a tendency adds to the skills that it makes harder, in logits.</summary>
    private const double Harder = 0.4;

    private const double MiddlingDifficulty = 3;

    /// <param name="layer">Index of the layer at which the client speaks.</param>
    /// <returns>-1.2 to 1.6 logits.</returns>
    public static double Of(Persona persona, int layer, Skill skill)
    {
        ArgumentNullException.ThrowIfNull(persona);
        var depth = persona.Layers.Count > 1 ? layer / (double)(persona.Layers.Count - 1) : 0;
        return ((persona.Difficulty - MiddlingDifficulty) * Step) + ((depth - 0.5) * Depth) + (IsHarder(persona.Tendency, skill) ? Harder : 0);
    }

    /// <summary>The mean over a client's layers.</summary>
    public static double OfTalk(Persona persona, Skill skill)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return Enumerable.Range(0, persona.Layers.Count).Average(layer => Of(persona, layer, skill));
    }

    /// <summary>Who masks or reasons is hard to see moving away; who attacks is hard to stay open with; who reasons or shuts down shows little feeling.</summary>
    private static bool IsHarder(Tendency tendency, Skill skill) => skill switch
    {
        Skill.Noticing => tendency is Tendency.Appeasing or Tendency.Intellectualising,
        Skill.Repair => tendency is Tendency.Challenging or Tendency.Mixed,
        Skill.EmotionAccuracy or Skill.Intensity => tendency is Tendency.Intellectualising or Tendency.Guarded,
        _ => false,
    };
}
