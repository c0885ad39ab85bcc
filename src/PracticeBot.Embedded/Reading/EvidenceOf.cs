using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>Evidence as offsets of the reply as received.</summary>
internal static class EvidenceOf
{
    public static Evidence Words(Passage text, Span span, string dimension)
    {
        var start = text.Tokens[span.First].Start;
        var end = text.Tokens[span.End - 1].End;
        return new Evidence(start, Math.Max(1, end - start), dimension);
    }
}
