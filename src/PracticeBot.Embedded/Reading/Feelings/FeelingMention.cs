using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Feelings;

/// <summary>A feeling spoken of in a text.</summary>
/// <param name="Span">The words for it.</param>
/// <param name="Intensity">1 to 5, boosters and downtoners counted in.</param>
/// <param name="Holder">Who feels it.</param>
/// <param name="IsDenied">"Not angry."</param>
/// <param name="IsWished">A bright feeling that ought to be, or is longed for: "supposed to be happy".</param>
/// <param name="Strength">What stands beside the term that makes it stronger or fainter.</param>
internal sealed record FeelingMention(
    Span Span, EmotionTerm Term, int Intensity, Holder Holder, bool IsDenied, bool IsWished, Strength Strength);

/// <summary>Whose feeling it is.</summary>
internal enum Holder
{
    Client,
    Helper,
    Other,
}

/// <summary>How the words beside a term move its strength.</summary>
internal enum Strength
{
    AsItStands,
    Stronger,
    Fainter,
}
