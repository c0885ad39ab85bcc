using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Feelings;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>What a reply offers as the client's feeling.</summary>
internal sealed record FeelingOffer
{
    public static readonly FeelingOffer None = new();

    public EmotionMatch Match { get; init; } = EmotionMatch.Unaddressed;

    /// <summary>The mention that matches best; null where nothing is offered.</summary>
    public FeelingMention? Best { get; init; }

    /// <summary>Reply minus client; null where nothing is offered.</summary>
    public int? IntensityDifference { get; init; }

    /// <summary>Feelings named plainly that the client does not hold.</summary>
    public IReadOnlyList<FeelingMention> Wrong { get; init; } = [];

    /// <summary>A feeling that the client holds and has not put into words.</summary>
    public bool NamesUnspoken { get; init; }

    /// <summary>More than two families offered, or a dump of feeling words.</summary>
    public bool IsList { get; init; }

    /// <summary>A feeling that the client holds, denied.</summary>
    public FeelingMention? Denied { get; init; }
}
