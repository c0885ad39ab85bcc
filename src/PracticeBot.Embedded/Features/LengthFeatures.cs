namespace PracticeBot.Embedded.Features;

/// <summary>How long and in what shape.</summary>
internal static class LengthFeatures
{
    private const int Brief = 3;
    private const int Short = 8;

    public static readonly Feature[] All =
    [
        new("words", Words), new("sentences", Sentences), new("words a sentence", WordsASentence), new("longest sentence", LongestSentence),
        new("client words", ClientWords), new("client sentences", ClientSentences), new("reply to client length", Ratio),
        new("very short", IsVeryShort), new("short", IsShort), new("exclamations", Exclamations), new("question marks", QuestionMarks),
        new("ellipses", Ellipses), new("commas a word", Commas), new("emoticon", HasEmoticon), new("breaks off", BreaksOff),
        new("goes on from before", GoesOn), new("no capitals", HasNoCapitals), new("shouts", Shouts), new("digits", Digits),
        new("client very short", ClientIsVeryShort), new("client silent", ClientIsSilent), new("content share", ContentShare),
        new("word length", WordLength), new("client asks", ClientAsks), new("stage directions", Directions),
    ];

    /// <summary>Words of the reply.</summary>
    private static float Words(Exchange exchange) => Feature.Log(exchange.Reply.Tokens.Count);

    /// <summary>Sentences of the reply.</summary>
    private static float Sentences(Exchange exchange) => Feature.Log(exchange.Reply.Sentences.Count);

    /// <summary>How long the reply's sentences are.</summary>
    private static float WordsASentence(Exchange exchange) => Feature.Log(exchange.Reply.Tokens.Count / Math.Max(1, exchange.Reply.Sentences.Count));

    /// <summary>Words of the longest sentence.</summary>
    private static float LongestSentence(Exchange exchange)
    {
        var longest = 0;
        foreach (var sentence in exchange.Reply.Sentences)
        {
            longest = Math.Max(longest, sentence.Span.Count);
        }

        return Feature.Log(longest);
    }

    /// <summary>Words of the client.</summary>
    private static float ClientWords(Exchange exchange) => Feature.Log(exchange.Client.Tokens.Count);

    /// <summary>Sentences of the client.</summary>
    private static float ClientSentences(Exchange exchange) => Feature.Log(exchange.Client.Sentences.Count);

    /// <summary>How long the reply is beside what it answers.</summary>
    private static float Ratio(Exchange exchange) =>
        MathF.Log((1f + exchange.Reply.Tokens.Count) / (1f + exchange.Client.Tokens.Count));

    /// <summary>Three words or fewer: an encourager, mostly.</summary>
    private static float IsVeryShort(Exchange exchange) => exchange.Reply.Tokens.Count <= Brief ? 1 : 0;

    /// <summary>Eight words or fewer.</summary>
    private static float IsShort(Exchange exchange) => exchange.Reply.Tokens.Count <= Short ? 1 : 0;

    /// <summary>Exclamation marks.</summary>
    private static float Exclamations(Exchange exchange) => Feature.Log(exchange.Reply.Original.Count(letter => letter == '!'));

    /// <summary>Question marks.</summary>
    private static float QuestionMarks(Exchange exchange) => Feature.Log(exchange.Reply.Original.Count(letter => letter == '?'));

    /// <summary>Trailing dots: a pause.</summary>
    private static float Ellipses(Exchange exchange) =>
        exchange.Reply.Original.Contains("..", StringComparison.Ordinal) || exchange.Reply.Original.Contains('…', StringComparison.Ordinal) ? 1 : 0;

    /// <summary>Commas against words: long-winded or listing.</summary>
    private static float Commas(Exchange exchange) =>
        exchange.Reply.Original.Count(letter => letter == ',') / (1f + exchange.Reply.Tokens.Count);

    /// <summary>A face in signs or a heart.</summary>
    private static float HasEmoticon(Exchange exchange)
    {
        var text = exchange.Reply.Original;
        foreach (var face in (ReadOnlySpan<string>)[":)", ":(", ":/", ";)", ":D", "<3", ":-)", ":-(", "):", "(:", "xx", ";-;", ":p", ":P"])
        {
            if (text.Contains(face, StringComparison.Ordinal))
            {
                return 1;
            }
        }

        return text.Any(char.IsSurrogate) ? 1 : 0;
    }

    /// <summary>The reply stops in the middle: no closing mark, or a dash.</summary>
    private static float BreaksOff(Exchange exchange)
    {
        var text = exchange.Reply.Original.AsSpan().TrimEnd();
        return text.Length > 0 && text[^1] is '-' or ',' or '–' or '—' ? 1 : 0;
    }

    /// <summary>The reply goes on with what was begun before: a dash or a small letter first.</summary>
    private static float GoesOn(Exchange exchange)
    {
        var text = exchange.Reply.Original.AsSpan().TrimStart();
        return text.Length > 0 && text[0] is '-' or '–' or '—' ? 1 : 0;
    }

    /// <summary>Written without capitals.</summary>
    private static float HasNoCapitals(Exchange exchange) => exchange.Reply.Original.Any(char.IsUpper) ? 0 : 1;

    /// <summary>Words in capitals.</summary>
    private static float Shouts(Exchange exchange)
    {
        var text = exchange.Reply.Original;
        var loud = 0;
        for (var at = 0; at + 2 < text.Length; at++)
        {
            loud += char.IsUpper(text[at]) && char.IsUpper(text[at + 1]) && char.IsUpper(text[at + 2]) ? 1 : 0;
        }

        return Feature.Log(loud);
    }

    /// <summary>Figures.</summary>
    private static float Digits(Exchange exchange) => Feature.Log(exchange.Reply.Original.Count(char.IsDigit));

    /// <summary>The client said three words or fewer.</summary>
    private static float ClientIsVeryShort(Exchange exchange) => exchange.Client.Tokens.Count <= Brief ? 1 : 0;

    /// <summary>The client has said nothing yet.</summary>
    private static float ClientIsSilent(Exchange exchange) => exchange.Client.Tokens.Count == 0 ? 1 : 0;

    /// <summary>Words that speak of something, against all words.</summary>
    private static float ContentShare(Exchange exchange) => exchange.Reply.Content.Length / (1f + exchange.Reply.Tokens.Count);

    /// <summary>Letters a word: plain or learned speech.</summary>
    private static float WordLength(Exchange exchange)
    {
        var letters = 0;
        foreach (var token in exchange.Reply.Tokens)
        {
            letters += token.Text.Length;
        }

        return letters / (1f + exchange.Reply.Tokens.Count);
    }

    /// <summary>The client asked something.</summary>
    private static float ClientAsks(Exchange exchange) => exchange.Client.Original.Contains('?', StringComparison.Ordinal) ? 1 : 0;

    /// <summary>Gestures and marks in brackets.</summary>
    private static float Directions(Exchange exchange) => Feature.Log(exchange.Reply.Passage.Directions.Count);
}
