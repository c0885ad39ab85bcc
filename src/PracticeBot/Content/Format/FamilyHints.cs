using System.Collections.Frozen;
using PracticeBot.Core.Emotions;

namespace PracticeBot.Content.Format;

/// <summary>Feelings that authors name and that go by another family's name.</summary>
public static class FamilyHints
{
    private static readonly FrozenDictionary<string, EmotionFamily> Families = new Dictionary<string, EmotionFamily>(StringComparer.OrdinalIgnoreCase)
    {
        ["ambivalence"] = EmotionFamily.Confusion,
        ["emptiness"] = EmotionFamily.Numbness,
        ["depression"] = EmotionFamily.Hopelessness,
        ["despair"] = EmotionFamily.Hopelessness,
        ["inadequacy"] = EmotionFamily.Worthlessness,
        ["humiliation"] = EmotionFamily.Shame,
        ["jealousy"] = EmotionFamily.Envy,
        ["resentment"] = EmotionFamily.Anger,
        ["rage"] = EmotionFamily.Anger,
        ["stress"] = EmotionFamily.Overwhelm,
        ["worry"] = EmotionFamily.Anxiety,
        ["panic"] = EmotionFamily.Fear,
        ["abandonment"] = EmotionFamily.Rejection,
        ["tiredness"] = EmotionFamily.Exhaustion,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string? For(string written) =>
        Families.TryGetValue(written, out var family) ? $"Write \"{FileWords.Word(family)}\", the family that it belongs to." : null;
}
