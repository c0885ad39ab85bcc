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
        new("question to you", exchange => Feature.Log(With(exchange, you: true, i: null))),
        new("question on I alone", exchange => Feature.Log(With(exchange, you: false, i: true))),
        new("question on neither", exchange => Feature.Log(With(exchange, you: false, i: false))),
        new("words after last question", WordsAfter), new("question not last", NotLast), new("fewest content in question", Fewest),
        new("most content in question", Most), new("new content in question", NewContent), new("quotes", Quotes),
        new("rising statement with client's words", RisingEcho), new("rising statement on you", RisingYou), new("rising statement", Rising),
        new("question after no words of mine", AsksStraightAway), new("questions a sentence of long reply", LongWithQuestions),
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

    /// <summary>How much is said after the last question: it was not asked for an answer.</summary>
    private static float WordsAfter(Exchange exchange)
    {
        var last = LastMarked(exchange);
        return last < 0 ? 0 : Feature.Log(exchange.Reply.Tokens.Count - exchange.Reply.Sentences[last].Span.End);
    }

    /// <summary>Asks, and then goes on to something else.</summary>
    private static float NotLast(Exchange exchange) => LastMarked(exchange) is >= 0 and var last && last < exchange.Reply.Sentences.Count - 1 ? 1 : 0;

    /// <summary>Words of content in the barest question: few, and it would fit anyone.</summary>
    private static float Fewest(Exchange exchange) => OfQuestions(exchange, counts => counts.Min());

    /// <summary>Words of content in the fullest question: many, and it is about something.</summary>
    private static float Most(Exchange exchange) => OfQuestions(exchange, counts => counts.Max());

    /// <summary>Words of content in questions that the client did not say.</summary>
    private static float NewContent(Exchange exchange)
    {
        var count = 0;
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            var span = exchange.Reply.Sentences[at].Span;
            for (var token = span.First; IsAsked(exchange, at) && token < span.End; token++)
            {
                var stem = exchange.Reply.Tokens[token].Stem;
                count += exchange.ReplyContent.Contains(stem) && !exchange.ClientContent.Contains(stem) ? 1 : 0;
            }
        }

        return Feature.Log(count);
    }

    /// <summary>Quotes somebody: marks of quotation.</summary>
    private static float Quotes(Exchange exchange) =>
        exchange.Reply.Original.Contains("&gt;", StringComparison.Ordinal) || exchange.Reply.Original.AsSpan().ContainsAny("\"“”>") ? 1 : 0;

    /// <summary>A statement with a rising voice that holds the client's words: giving back, not asking.</summary>
    private static float RisingEcho(Exchange exchange) => Feature.Log(Risen(exchange, at =>
        Holding(exchange, at, token => exchange.ClientContent.Contains(token.Stem)) > 0));

    /// <summary>A statement about the client with a rising voice.</summary>
    private static float RisingYou(Exchange exchange) => Feature.Log(Risen(exchange, at => Holding(exchange, at, token => token.Text is "you" or "your") > 0));

    /// <summary>A statement with a rising voice: no question word, no verb first, no tag.</summary>
    private static float Rising(Exchange exchange) => Feature.Log(Risen(exchange, _ => true));

    /// <summary>A question first, with the client's words in it or a word for them.</summary>
    private static float AsksStraightAway(Exchange exchange) =>
        exchange.Reply.Sentences.Count > 0 && IsAsked(exchange, 0) && Holding(exchange, 0, token => token.Text is "you" or "your") > 0 ? 1 : 0;

    /// <summary>One question among many statements.</summary>
    private static float LongWithQuestions(Exchange exchange) =>
        LastMarked(exchange) >= 0 && exchange.Reply.Sentences.Count > 4 ? 1 : 0;

    private static bool IsAsked(Exchange exchange, int sentence) =>
        exchange.Reply.Sentences[sentence].IsQuestion || exchange.Reply.Passage.Sentences[sentence].EndsAsQuestion;

    private static int LastMarked(Exchange exchange)
    {
        for (var at = exchange.Reply.Sentences.Count - 1; at >= 0; at--)
        {
            if (IsAsked(exchange, at))
            {
                return at;
            }
        }

        return -1;
    }

    private static int Holding(Exchange exchange, int sentence, Func<Reading.Texts.Token, bool> fits)
    {
        var span = exchange.Reply.Sentences[sentence].Span;
        var count = 0;
        for (var at = span.First; at < span.End; at++)
        {
            count += fits(exchange.Reply.Tokens[at]) ? 1 : 0;
        }

        return count;
    }

    private static int With(Exchange exchange, bool you, bool? i)
    {
        var count = 0;
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            if (IsAsked(exchange, at) && Holding(exchange, at, token => token.Text is "you" or "your" or "yourself") > 0 == you)
            {
                count += i is null || Holding(exchange, at, token => token.Text is "i" or "me" or "my" or "we" or "us") > 0 == i ? 1 : 0;
            }
        }

        return count;
    }

    private static float OfQuestions(Exchange exchange, Func<List<int>, int> choose)
    {
        var counts = new List<int>();
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            if (IsAsked(exchange, at))
            {
                counts.Add(Holding(exchange, at, token => exchange.ReplyContent.Contains(token.Stem)));
            }
        }

        return counts.Count == 0 ? 0 : Feature.Log(1 + choose(counts));
    }

    private static int Risen(Exchange exchange, Func<int, bool> fits) => Marked(exchange, at =>
        !Holds(exchange, at, QuestionWords) && !Holds(exchange, at, Prompts) && !Holds(exchange, at, Closed) && !Holds(exchange, at, Tags) && fits(at));

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
