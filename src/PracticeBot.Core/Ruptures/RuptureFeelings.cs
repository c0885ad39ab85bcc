using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Ruptures;

/// <summary>What a rupture feels like from the client's side.</summary>
public static class RuptureFeelings
{
    /// <summary>The persona's own feelings where its file sets them, else its tendency's; a mixed client's go by the kind in force.</summary>
    public static IReadOnlyList<EmotionFamily> Of(Persona persona, RuptureState rupture)
    {
        if (!rupture.IsOpen)
        {
            return [];
        }

        return persona.RuptureFeels.Count > 0 ? persona.RuptureFeels : OfTendency(persona.Tendency, rupture.Kind);
    }

    /// <summary>What a rupture of either kind may feel like to this client.</summary>
    public static IEnumerable<EmotionFamily> Any(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return persona.RuptureFeels.Count > 0
            ? persona.RuptureFeels
            : OfTendency(persona.Tendency, RuptureKind.Withdrawal).Union(OfTendency(persona.Tendency, RuptureKind.Confrontation));
    }

    private static EmotionFamily[] OfTendency(Tendency tendency, RuptureKind kind) => tendency switch
    {
        Tendency.Guarded => [EmotionFamily.Hurt, EmotionFamily.Numbness],
        Tendency.Appeasing => [EmotionFamily.Fear, EmotionFamily.Shame],
        Tendency.Intellectualising => [EmotionFamily.Anxiety],
        Tendency.SelfCritical => [EmotionFamily.Shame, EmotionFamily.Hopelessness],
        Tendency.Challenging => [EmotionFamily.Anger, EmotionFamily.Hurt],
        Tendency.Mixed => kind == RuptureKind.Confrontation
            ? [EmotionFamily.Anger, EmotionFamily.Hurt]
            : [EmotionFamily.Hurt, EmotionFamily.Numbness],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
