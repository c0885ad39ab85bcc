namespace PracticeBot.Embedded.Learning;

/// <summary>Where the human labellers saw what they labelled.</summary>
public static class Rationales
{
    private const double Enough = 0.5;
    private const int ShortestQuote = 2;

    /// <summary>The spans of the reply that show a mechanism, as far as they can be found in it.</summary>
    public static IEnumerable<(int Start, int End)> Spans(LabelledReply row, string mechanism)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Found(row, mechanism);
    }

    private static IEnumerable<(int Start, int End)> Found(LabelledReply row, string mechanism)
    {
        foreach (var quote in row[mechanism + "_rationale"].Split('|', StringSplitOptions.TrimEntries))
        {
            var start = quote.Length < ShortestQuote ? -1 : row.Reply.IndexOf(quote, StringComparison.Ordinal);
            if (start >= 0)
            {
                yield return (start, start + quote.Length);
            }
        }
    }

    /// <summary>True where a rationale covers half of a sentence, or half of it lies in the sentence.</summary>
    internal static bool Shows(LabelledReply row, string mechanism, EncodedText reply, int sentence)
    {
        if (row[mechanism] == "0")
        {
            return false;
        }

        var (start, end) = reply.View.SentenceSpan(sentence);
        return Spans(row, mechanism).Any(span =>
            Math.Min(end, span.End) - Math.Max(start, span.Start) >= Enough * Math.Min(end - start, span.End - span.Start));
    }
}
