using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Learning;

namespace PracticeBot.Measuring;

/// <summary>How far the words shown as evidence are those that people marked.</summary>
/// <param name="Both">Words in both.</param>
/// <param name="Shown">Words shown as evidence.</param>
/// <param name="Marked">Words that people marked.</param>
internal readonly record struct RationaleOverlap(int Both, int Shown, int Marked)
{
    public static RationaleOverlap Of(LabelledReply row, string mechanism, IEnumerable<Evidence> evidence)
    {
        var shown = evidence.Select(span => (span.Start, End: span.Start + span.Length)).ToArray();
        var marked = row[mechanism] == "0" ? [] : Rationales.Spans(row, mechanism).ToArray();
        var (both, shownWords, markedWords) = (0, 0, 0);
        for (var at = 0; at < row.Reply.Length; at++)
        {
            // A word counts by its first letter.
            if (char.IsWhiteSpace(row.Reply[at]) || (at > 0 && !char.IsWhiteSpace(row.Reply[at - 1])))
            {
                continue;
            }

            var isShown = Array.Exists(shown, span => at >= span.Start && at < span.End);
            var isMarked = Array.Exists(marked, span => at >= span.Start && at < span.End);
            shownWords += isShown ? 1 : 0;
            markedWords += isMarked ? 1 : 0;
            both += isShown && isMarked ? 1 : 0;
        }

        return new RationaleOverlap(both, shownWords, markedWords);
    }

    /// <summary>Over all replies together, the words of each counting the same.</summary>
    public static double F1(IEnumerable<RationaleOverlap> overlaps)
    {
        var (both, shown, marked) = (0, 0, 0);
        foreach (var overlap in overlaps)
        {
            both += overlap.Both;
            shown += overlap.Shown;
            marked += overlap.Marked;
        }

        return shown + marked == 0 ? double.NaN : 2.0 * both / (shown + marked);
    }
}
