using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Questions in a row within one reply, be they strung together in one sentence.</summary>
internal static class InterrogationReader
{
    private const int Many = 3;

    private static readonly PhraseBook Heads = Tables.Phrases("questions", "heads");

    public static Span? Find(ReplyReading reading)
    {
        if (Count(reading) < Many)
        {
            return null;
        }

        var questions = reading.Sentences.Where(sentence => sentence.IsQuestion).ToList();
        return new Span(questions[0].Span.First, questions[^1].Span.End);
    }

    /// <summary>How many questions the reply asks, checks left out.</summary>
    public static int Count(ReplyReading reading)
    {
        var count = 0;
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.IsQuestion && sentence.Span.Count > 1)
            {
                count += Math.Max(1, Heads.FindIn(reading.Text, sentence.Span).Count(head =>
                    head.First == sentence.Span.First || reading.Text.Tokens[head.First].Break >= Break.Comma
                    || reading.Text.Tokens[head.First - 1].Text is "and" or "or"));
            }
        }

        return count;
    }
}
