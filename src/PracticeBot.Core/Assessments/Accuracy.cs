using PracticeBot.Core.Emotions;

namespace PracticeBot.Core.Assessments;

/// <summary>Does the reply meet what the client really holds?</summary>
/// <param name="Emotion">The feeling offered against the feeling held.</param>
/// <param name="IntensityDifference">Reply minus client, -4 to +4; null when no feeling is addressed.</param>
/// <param name="Meaning">The meaning offered against the core message.</param>
/// <param name="Tentative">Hedged or checked.</param>
/// <param name="Adds">What the reply adds to what the client has said.</param>
public readonly record struct Accuracy(
    EmotionMatch Emotion, int? IntensityDifference, MeaningMatch Meaning, bool Tentative, Addition Adds)
{
    /// <summary>No feeling and no meaning is offered.</summary>
    public static readonly Accuracy Nothing = new(EmotionMatch.Unaddressed, null, MeaningMatch.None, false, Addition.Nothing);

    public bool OffersFeeling => Emotion is not EmotionMatch.Unaddressed;

    public bool OffersSomething => OffersFeeling || Meaning is not MeaningMatch.None;
}

/// <summary>How much of the core message a reply meets.</summary>
public enum MeaningMatch
{
    None,
    Part,
    Core,
}

/// <summary>What a reply adds to what the client has said in words.</summary>
public enum Addition
{
    /// <summary>Interchangeable with the client's own words.</summary>
    Nothing,

    /// <summary>The implicit feeling or meaning.</summary>
    Implicit,

    /// <summary>The implicit in its full range and intensity, in the client's own register.</summary>
    FullRange,
}
