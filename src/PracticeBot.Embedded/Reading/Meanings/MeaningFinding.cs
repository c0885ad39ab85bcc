using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>How a reply meets the core message.</summary>
/// <param name="Spans">The words that meet it.</param>
/// <param name="IsBeyond">It says more than the client's last line did.</param>
/// <param name="IsReversed">It denies the core message.</param>
internal sealed record MeaningFinding(MeaningMatch Match, IReadOnlyList<Span> Spans, bool IsBeyond, bool IsReversed)
{
    public static readonly MeaningFinding None = new(MeaningMatch.None, [], false, false);

    /// <summary>How likely it is met, 0 to 1, where no phrase of the author's shows it; null where one does.</summary>
    public double? Likely { get; init; }
}
