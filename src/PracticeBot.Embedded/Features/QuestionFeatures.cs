using PracticeBot.Embedded.Reading;

namespace PracticeBot.Embedded.Features;

/// <summary>Whether and how it asks.</summary>
internal static class QuestionFeatures
{
    private static readonly int Closed = CueTable.IndexOf("closed openers");
    private static readonly int QuestionWords = CueTable.IndexOf("question words");
    private static readonly int Prompts = CueTable.IndexOf("open prompts");
    private static readonly int Tags = CueTable.IndexOf("tag");

    public static readonly Feature[] All =
    [
        new("open questions", Open), new("closed questions", ClosedQuestions), new("question share", Share), new("last is open", LastIsOpen),
        new("last is closed", LastIsClosed), new("last is check", LastIsCheck), new("first is question", FirstIsQuestion),
        new("only questions", OnlyQuestions), new("ends with mark", EndsWithMark), new("mark in question with question word", MarkedWithWord),
        new("mark without question word", MarkedWithoutWord), new("marked question with closed opening", MarkedClosed),
        new("marked tag", MarkedTag), new("marked statement", MarkedStatement), new("unmarked question", Unmarked),
        new("statement before question", StatementBefore), new("words of last question", LastLength), new("client words in question", AsksWithClientWords),
        new("two questions", SeveralQuestions), new("prompt without mark", PromptWithoutMark), new("closed then open", ClosedThenOpen),
    ];

    /// <summary>Open questions.</summary>
    private static float Open(Exchange exchange) => Feature.Log(Count(exchange, SentenceKind.OpenQuestion));

    /// <summary>Closed questions.</summary>
    private static float ClosedQuestions(Exchange exchange) => Feature.Log(Count(exchange, SentenceKind.ClosedQuestion));

    /// <summary>Questions against sentences.</summary>
    private static float Share(Exchange exchange) =>
        exchange.Reply.Sentences.Count == 0 ? 0 : exchange.Reply.Sentences.Count(sentence => sentence.IsQuestion) / (float)exchange.Reply.Sentences.Count;

    /// <summary>It ends on an open question.</summary>
    private static float LastIsOpen(Exchange exchange) => Last(exchange) == SentenceKind.OpenQuestion ? 1 : 0;

    /// <summary>It ends on a closed question.</summary>
    private static float LastIsClosed(Exchange exchange) => Last(exchange) == SentenceKind.ClosedQuestion ? 1 : 0;

    /// <summary>It ends by asking whether that was right.</summary>
    private static float LastIsCheck(Exchange exchange) => Last(exchange) == SentenceKind.Check ? 1 : 0;

    /// <summary>It begins by asking.</summary>
    private static float FirstIsQuestion(Exchange exchange) => exchange.Reply.Sentences.Count > 0 && exchange.Reply.Sentences[0].IsQuestion ? 1 : 0;

    /// <summary>Nothing but questions.</summary>
    private static float OnlyQuestions(Exchange exchange) =>
        exchange.Reply.Sentences.Count > 0 && exchange.Reply.Sentences.All(sentence => sentence.IsQuestion) ? 1 : 0;

    /// <summary>The last mark is a question mark.</summary>
    private static float EndsWithMark(Exchange exchange) => exchange.Reply.Original.AsSpan().TrimEnd().EndsWith("?") ? 1 : 0;

    /// <summary>A marked question that holds a question word with its verb, or asks to tell.</summary>
    private static float MarkedWithWord(Exchange exchange) =>
        Feature.Log(Marked(exchange, sentence => Holds(exchange, sentence, QuestionWords) || Holds(exchange, sentence, Prompts)));

    /// <summary>A marked question that holds no question word.</summary>
    private static float MarkedWithoutWord(Exchange exchange) =>
        Feature.Log(Marked(exchange, sentence => !Holds(exchange, sentence, QuestionWords) && !Holds(exchange, sentence, Prompts)));

    /// <summary>A marked question that begins as one to be answered with yes or no.</summary>
    private static float MarkedClosed(Exchange exchange) => Feature.Log(Marked(exchange, sentence => Holds(exchange, sentence, Closed)));

    /// <summary>A marked question that is a tag.</summary>
    private static float MarkedTag(Exchange exchange) => Feature.Log(Marked(exchange, sentence => Holds(exchange, sentence, Tags)));

    /// <summary>A question by its mark alone: a statement with a rising voice.</summary>
    private static float MarkedStatement(Exchange exchange) => Feature.Log(Marked(exchange, sentence =>
        !Holds(exchange, sentence, QuestionWords) && !Holds(exchange, sentence, Prompts) && !Holds(exchange, sentence, Closed)));

    /// <summary>A question by its form alone, without a mark.</summary>
    private static float Unmarked(Exchange exchange)
    {
        var count = 0;
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            count += exchange.Reply.Sentences[at].IsQuestion && !exchange.Reply.Passage.Sentences[at].EndsAsQuestion ? 1 : 0;
        }

        return Feature.Log(count);
    }

    /// <summary>A statement first, then a question.</summary>
    private static float StatementBefore(Exchange exchange) =>
        exchange.Reply.Sentences.Count > 1 && !exchange.Reply.Sentences[0].IsQuestion && exchange.Reply.Sentences[^1].IsQuestion ? 1 : 0;

    /// <summary>How long the last question is.</summary>
    private static float LastLength(Exchange exchange)
    {
        for (var at = exchange.Reply.Sentences.Count - 1; at >= 0; at--)
        {
            if (exchange.Reply.Sentences[at].IsQuestion)
            {
                return Feature.Log(exchange.Reply.Sentences[at].Span.Count);
            }
        }

        return 0;
    }

    /// <summary>A question made of the client's words.</summary>
    private static float AsksWithClientWords(Exchange exchange)
    {
        var (shared, all) = (0, 0);
        foreach (var sentence in exchange.Reply.Sentences)
        {
            for (var at = sentence.Span.First; sentence.IsQuestion && at < sentence.Span.End; at++)
            {
                if (exchange.ReplyContent.Contains(exchange.Reply.Tokens[at].Stem))
                {
                    all++;
                    shared += exchange.ClientContent.Contains(exchange.Reply.Tokens[at].Stem) ? 1 : 0;
                }
            }
        }

        return shared / (1f + all);
    }

    /// <summary>Two questions or more.</summary>
    private static float SeveralQuestions(Exchange exchange) => exchange.Reply.Sentences.Count(sentence => sentence.IsQuestion) > 1 ? 1 : 0;

    /// <summary>Asks to tell, without a mark.</summary>
    private static float PromptWithoutMark(Exchange exchange) =>
        exchange.Reply.CueCounts[Prompts] > 0 && !exchange.Reply.Original.Contains('?', StringComparison.Ordinal) ? 1 : 0;

    /// <summary>Both kinds of question.</summary>
    private static float ClosedThenOpen(Exchange exchange) =>
        Count(exchange, SentenceKind.OpenQuestion) > 0 && Count(exchange, SentenceKind.ClosedQuestion) > 0 ? 1 : 0;

    private static int Count(Exchange exchange, SentenceKind kind)
    {
        var count = 0;
        foreach (var sentence in exchange.Reply.Sentences)
        {
            count += sentence.Kind == kind ? 1 : 0;
        }

        return count;
    }

    private static SentenceKind? Last(Exchange exchange) => exchange.Reply.Sentences.Count == 0 ? null : exchange.Reply.Sentences[^1].Kind;

    private static int Marked(Exchange exchange, Func<int, bool> fits)
    {
        var count = 0;
        for (var at = 0; at < exchange.Reply.Passage.Sentences.Count; at++)
        {
            count += exchange.Reply.Passage.Sentences[at].EndsAsQuestion && fits(at) ? 1 : 0;
        }

        return count;
    }

    private static bool Holds(Exchange exchange, int sentence, int cue)
    {
        if (exchange.Reply.CueCounts[cue] == 0)
        {
            return false;
        }

        var span = exchange.Reply.Sentences[sentence].Span;
        foreach (var hit in exchange.Reply.Cues)
        {
            if (hit.Cue == cue && hit.Span.First >= span.First && hit.Span.End <= span.End)
            {
                return true;
            }
        }

        return false;
    }
}
