using PracticeBot.Core.Emotions;

namespace PracticeBot.Embedded.Emotions;

/// <summary>A word or turn of phrase for a feeling.</summary>
/// <param name="Text">As it stands in the lexicon.</param>
/// <param name="Families">Its own family first, then those into which it shades; none where it only looks like a feeling.</param>
/// <param name="Intensity">1 faint to 5 overwhelming.</param>
/// <param name="IsIdiom">An image or turn of phrase, not a name.</param>
/// <param name="IsPlainName">It names a feeling and nothing else.</param>
/// <param name="IsVague">It says that it is bad and leaves open what it is.</param>
internal sealed record EmotionTerm(
    string Text, IReadOnlyList<EmotionFamily> Families, int Intensity, bool IsIdiom, bool IsPlainName, bool IsVague)
{
    public EmotionFamily Family => Families[0];
}
