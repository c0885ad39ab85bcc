using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>The client's own words given back with nothing added: "So you feel like you disappoint everyone."</summary>
internal static class ParrotReader
{
    private const double OwnWords = 0.85;
    private const double OfTheLine = 0.4;
    private const int LeastWords = 2;

    public static Span? Find(ReplyReading reading)
    {
        var text = reading.Text;
        var said = new HashSet<string>(StringComparer.Ordinal);
        int own = 0, all = 0;
        int first = -1, end = 0;
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Kind == SentenceKind.Check)
            {
                continue;
            }

            for (var at = sentence.Span.First; at < sentence.Span.End; at++)
            {
                var token = text.Tokens[at];
                if (!Concepts.IsContent(token))
                {
                    continue;
                }

                all++;
                if (reading.Client.Says(token.Stem))
                {
                    own++;
                    said.Add(token.Stem);
                    first = first < 0 ? at : first;
                    end = at + 1;
                }
            }
        }

        var covers = reading.Client.ContentCount > 0 && said.Count >= OfTheLine * reading.Client.ContentCount;
        return all >= LeastWords && own >= OwnWords * all && covers ? new Span(first, end) : null;
    }
}
