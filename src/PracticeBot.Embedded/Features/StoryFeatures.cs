using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Features;

/// <summary>How much of the reply is the helper's own story, how much is about the client, how much about people in general.</summary>
internal static class StoryFeatures
{
    private const int Early = 4;
    private const int LittleMore = 12;

    private static readonly int MeToo = CueTable.IndexOf("me too");
    private static readonly int Understands = CueTable.IndexOf("understanding claim");
    private static readonly int Counsels = CueTable.IndexOf("counsel: should");
    private static readonly int SorryFor = CueTable.IndexOf("sorry for");

    public static readonly Feature[] All =
    [
        new("own sentences", exchange => Feature.Log(Count(exchange, IsOwn))), new("words in own sentences", WordsInOwn),
        new("own sentence first", exchange => exchange.Reply.Sentences.Count > 0 && IsOwn(exchange, 0) ? 1 : 0),
        new("own sentences with client's words", exchange => Feature.Log(Count(exchange, (one, at) => IsOwn(one, at) && TakesUp(one, at)))),
        new("own sentences without client's words", exchange => Feature.Log(Count(exchange, (one, at) => IsOwn(one, at) && !TakesUp(one, at)))),
        new("sentences on you alone", exchange => Feature.Log(Count(exchange, IsOnYou))),
        new("sentences on you with client's words", exchange => Feature.Log(Count(exchange, (one, at) => IsOnYou(one, at) && TakesUp(one, at)))),
        new("sentences on you that ask nothing", exchange => Feature.Log(Count(exchange, (one, at) => IsOnYou(one, at) && !one.Reply.Sentences[at].IsQuestion))),
        new("sentences on nobody", exchange => Feature.Log(Count(exchange, IsOnNobody))),
        new("sentences on nobody with client's words", exchange => Feature.Log(Count(exchange, (one, at) => IsOnNobody(one, at) && TakesUp(one, at)))),
        new("you and I together", exchange => Feature.Log(Count(exchange, (one, at) => Holds(one, at, IsI) && Holds(one, at, IsYou)))),
        new("me too and no more", MeTooAndNoMore), new("me too and a story", MeTooAndStory), new("understands and no more", UnderstandsAndNoMore),
        new("story without counsel", exchange => Count(exchange, IsOwn) > 1 && exchange.Reply.CueCounts[Counsels] == 0 ? 1 : 0),
        new("counsel without story", exchange => Count(exchange, IsOwn) == 0 && exchange.Reply.CueCounts[Counsels] > 0 ? 1 : 0),
        new("sorry and no more", exchange => exchange.Reply.CueCounts[SorryFor] > 0 && exchange.Reply.Tokens.Count <= LittleMore ? 1 : 0),
    ];

    /// <summary>The share of words that stand in sentences about the helper.</summary>
    private static float WordsInOwn(Exchange exchange)
    {
        var words = 0;
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            words += IsOwn(exchange, at) ? exchange.Reply.Sentences[at].Span.Count : 0;
        }

        return words / (1f + exchange.Reply.Tokens.Count);
    }

    /// <summary>Says to feel the same and leaves it there.</summary>
    private static float MeTooAndNoMore(Exchange exchange) =>
        exchange.Reply.CueCounts[MeToo] > 0 && Count(exchange, IsOwn) <= 1 && exchange.Reply.Tokens.Count <= LittleMore ? 1 : 0;

    /// <summary>Says to feel the same and tells of it.</summary>
    private static float MeTooAndStory(Exchange exchange) => exchange.Reply.CueCounts[MeToo] > 0 && Count(exchange, IsOwn) > 1 ? 1 : 0;

    /// <summary>Claims to understand and leaves it there.</summary>
    private static float UnderstandsAndNoMore(Exchange exchange) =>
        exchange.Reply.CueCounts[Understands] > 0 && exchange.Reply.CueCounts[MeToo] == 0 && Count(exchange, IsOwn) <= 1 ? 1 : 0;

    /// <summary>A sentence that speaks of the helper early on, and not of the client.</summary>
    private static bool IsOwn(Exchange exchange, int sentence)
    {
        var span = exchange.Reply.Sentences[sentence].Span;
        for (var at = span.First; at < Math.Min(span.End, span.First + Early); at++)
        {
            if (IsI(exchange.Reply.Tokens[at]))
            {
                return !Holds(exchange, sentence, IsYou);
            }
        }

        return false;
    }

    private static bool IsOnYou(Exchange exchange, int sentence) => Holds(exchange, sentence, IsYou) && !Holds(exchange, sentence, IsI);

    private static bool IsOnNobody(Exchange exchange, int sentence) => !Holds(exchange, sentence, IsYou) && !Holds(exchange, sentence, IsI);

    private static bool TakesUp(Exchange exchange, int sentence) => Holds(exchange, sentence, token => exchange.ClientContent.Contains(token.Stem));

    private static bool IsI(Token token) => token.Text is "i" or "me" or "my" or "mine" or "myself";

    private static bool IsYou(Token token) => token.Text is "you" or "your" or "yours" or "yourself";

    private static bool Holds(Exchange exchange, int sentence, Func<Token, bool> fits)
    {
        var span = exchange.Reply.Sentences[sentence].Span;
        for (var at = span.First; at < span.End; at++)
        {
            if (fits(exchange.Reply.Tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(Exchange exchange, Func<Exchange, int, bool> fits)
    {
        var count = 0;
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            count += fits(exchange, at) ? 1 : 0;
        }

        return count;
    }
}
