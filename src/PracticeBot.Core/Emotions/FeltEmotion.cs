namespace PracticeBot.Core.Emotions;

/// <summary>What a client feels at one moment.</summary>
/// <param name="Primary">The feeling that matters most here.</param>
/// <param name="Intensity">How strong the primary feeling is.</param>
/// <param name="Secondary">Feelings held beside it; naming one of them is near.</param>
public sealed record FeltEmotion(EmotionFamily Primary, Intensity Intensity, IReadOnlyList<EmotionFamily> Secondary)
{
    public bool Holds(EmotionFamily family) => family == Primary || Secondary.Contains(family);

    /// <summary>Exact, near or missed; the other matches need the words, not the family.</summary>
    public EmotionMatch Match(EmotionFamily offered) =>
        offered == Primary ? EmotionMatch.Exact
        : Secondary.Contains(offered) || EmotionNeighbours.AreNeighbours(offered, Primary) ? EmotionMatch.Near
        : EmotionMatch.Missed;
}
