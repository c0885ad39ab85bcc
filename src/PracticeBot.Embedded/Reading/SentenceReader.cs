using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>Tells statements, open and closed questions and checks apart, with a question mark or without.</summary>
internal static class SentenceReader
{
    private const int ShortCheck = 8;

    private static readonly PhraseBook Open = Tables.Phrases("questions", "open");
    private static readonly PhraseBook OpenWithoutMark = Tables.Phrases("questions", "open without a mark");
    private static readonly PhraseBook ClosedWithoutMark = Tables.Phrases("questions", "closed without a mark");
    private static readonly PhraseBook OpenWithin = Tables.Phrases("questions", "open within");
    private static readonly PhraseBook Checks = Tables.Phrases("moves", "checks");

    public static List<ReadSentence> Read(Passage text)
    {
        var read = new List<ReadSentence>(text.Sentences.Count);
        foreach (var sentence in text.Sentences)
        {
            var span = new Span(sentence.First, sentence.End);
            read.Add(new ReadSentence(span, KindOf(text, span, sentence.EndsAsQuestion)));
        }

        return read;
    }

    private static SentenceKind KindOf(Passage text, Span span, bool hasMark)
    {
        if (span.Count <= ShortCheck && Checks.IsIn(text, span) && !OpenWithin.IsIn(text, span))
        {
            return SentenceKind.Check;
        }

        if (hasMark)
        {
            return Open.IsIn(text, span) || OpenWithin.IsIn(text, span) ? SentenceKind.OpenQuestion : SentenceKind.ClosedQuestion;
        }

        return OpenWithoutMark.IsIn(text, span) ? SentenceKind.OpenQuestion
            : ClosedWithoutMark.IsIn(text, span) ? SentenceKind.ClosedQuestion
            : SentenceKind.Statement;
    }
}
