using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Questions in a row within one reply: three, or two with nothing given.</summary>
internal static class InterrogationReader
{
    private const int Many = 3;

    public static Span? Find(ReplyReading reading)
    {
        var questions = reading.Sentences.Where(sentence => sentence.IsQuestion && sentence.Span.Count > 1).ToList();
        return questions.Count >= Many ? new Span(questions[0].Span.First, questions[^1].Span.End) : null;
    }
}
