using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Features;

/// <summary>How much of the client's words and meanings the reply takes up.</summary>
internal static class OverlapFeatures
{
    public static readonly Feature[] All =
    [
        new("shared words", exchange => Feature.Log(Shared(exchange))),
        new("reply covered", exchange => Shared(exchange) / (1f + exchange.ReplyContent.Count)),
        new("client covered", exchange => Shared(exchange) / (1f + exchange.ClientContent.Count)),
        new("shared rarity", SharedRarity), new("reply rarity covered", ReplyRarityCovered), new("client rarity covered", ClientRarityCovered),
        new("cosine of words", Cosine), new("rare words shared", RareShared), new("rare words new", RareNew), new("no shared word", NoShared),
        new("concepts shared", ConceptsShared), new("meaning without words", MeaningOnly), new("longest shared run", LongestRun),
        new("sentences that take up", SentencesThatTakeUp), new("best sentence", BestSentence), new("first sentence takes up", FirstTakesUp),
        new("last of client taken up", LastTakenUp), new("new words", exchange => Feature.Log(exchange.ReplyContent.Count - Shared(exchange))),
        new("new share", exchange => (exchange.ReplyContent.Count - Shared(exchange)) / (1f + exchange.Reply.Tokens.Count)),
        new("turned to you", TurnedToYou), new("echo", Echo),
    ];

    /// <summary>How telling a word is: everyday words least, words outside every list most.</summary>
    public static float Rarity(string stem) =>
        Concepts.OfWord(stem).Count > 0 ? WordLists.Common.Contains(stem) ? 1 : 1.5f
        : WordLists.Common.Contains(stem) ? 0.7f
        : stem.Length <= 3 ? 1.5f : 2.5f;

    private static int Shared(Exchange exchange) => exchange.Overlap.Shared;

    /// <summary>The shared words, rare ones counting more.</summary>
    private static float SharedRarity(Exchange exchange) => MathF.Log(1 + exchange.Overlap.SharedWeight);

    /// <summary>The share of the reply's rare words that the client said.</summary>
    private static float ReplyRarityCovered(Exchange exchange) => exchange.Overlap.SharedWeight / (1 + exchange.Overlap.ReplyWeight);

    /// <summary>The share of the client's rare words that the reply says.</summary>
    private static float ClientRarityCovered(Exchange exchange) => exchange.Overlap.SharedWeight / (1 + exchange.Overlap.ClientWeight);

    /// <summary>The angle between both texts as bags of words weighted by rarity.</summary>
    private static float Cosine(Exchange exchange) =>
        exchange.Overlap.Product > 0 ? exchange.Overlap.SharedSquares / MathF.Sqrt(exchange.Overlap.Product) : 0;

    /// <summary>Words outside the everyday that both say.</summary>
    private static float RareShared(Exchange exchange) => Feature.Log(exchange.Overlap.RareShared);

    /// <summary>Words outside the everyday that only the reply says.</summary>
    private static float RareNew(Exchange exchange) => Feature.Log(exchange.Overlap.RareNew);

    /// <summary>Nothing of the client's words.</summary>
    private static float NoShared(Exchange exchange) => Shared(exchange) == 0 ? 1 : 0;

    /// <summary>Words that stand for something that the client spoke of, in the same word or another.</summary>
    private static float ConceptsShared(Exchange exchange) => Feature.Log(exchange.Reply.Content.Count(stem => Meets(exchange, stem)));

    /// <summary>Words that stand for something that the client said in other words.</summary>
    private static float MeaningOnly(Exchange exchange) =>
        Feature.Log(exchange.Reply.Content.Count(stem => !exchange.ClientContent.Contains(stem) && Meets(exchange, stem)));

    /// <summary>The longest run of the client's words in the client's order.</summary>
    private static float LongestRun(Exchange exchange)
    {
        var (one, other) = (exchange.Reply.Tokens, exchange.Client.Tokens);
        var longest = 0;
        for (var at = 0; at < one.Count; at++)
        {
            // A run is followed from where it begins.
            for (var with = 0; with < other.Count; with++)
            {
                if (!Same(one[at], other[with]) || (at > 0 && with > 0 && Same(one[at - 1], other[with - 1])))
                {
                    continue;
                }

                var length = 1;
                while (at + length < one.Count && with + length < other.Count && Same(one[at + length], other[with + length]))
                {
                    length++;
                }

                longest = Math.Max(longest, length);
            }
        }

        return Feature.Log(longest);
    }

    /// <summary>The share of sentences that hold a word of the client's.</summary>
    private static float SentencesThatTakeUp(Exchange exchange)
    {
        var count = 0;
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            count += Covered(exchange, at) > 0 ? 1 : 0;
        }

        return count / (1f + exchange.Reply.Sentences.Count);
    }

    /// <summary>How much of the client's the richest sentence holds.</summary>
    private static float BestSentence(Exchange exchange)
    {
        var best = 0f;
        for (var at = 0; at < exchange.Reply.Sentences.Count; at++)
        {
            best = Math.Max(best, Covered(exchange, at));
        }

        return best;
    }

    /// <summary>How much of the client's the first sentence holds.</summary>
    private static float FirstTakesUp(Exchange exchange) => exchange.Reply.Sentences.Count > 0 ? Covered(exchange, 0) : 0;

    /// <summary>How much of the client's last sentence the reply holds.</summary>
    private static float LastTakenUp(Exchange exchange)
    {
        if (exchange.Client.Sentences.Count == 0)
        {
            return 0;
        }

        var (shared, all) = (0, 0);
        var span = exchange.Client.Sentences[^1].Span;
        for (var at = span.First; at < span.End; at++)
        {
            if (exchange.ClientContent.Contains(exchange.Client.Tokens[at].Stem))
            {
                all++;
                shared += exchange.ReplyContent.Contains(exchange.Client.Tokens[at].Stem) ? 1 : 0;
            }
        }

        return shared / (1f + all);
    }

    /// <summary>"You" before a word that the client said after "I".</summary>
    private static float TurnedToYou(Exchange exchange)
    {
        var after = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + 1 < exchange.Client.Tokens.Count; at++)
        {
            if (exchange.Client.Tokens[at].Text is "i" or "my" or "me")
            {
                after.Add(exchange.Client.Tokens[at + 1].Stem);
            }
        }

        var count = 0;
        for (var at = 0; at + 1 < exchange.Reply.Tokens.Count; at++)
        {
            count += exchange.Reply.Tokens[at].Text is "you" or "your" && after.Contains(exchange.Reply.Tokens[at + 1].Stem) ? 1 : 0;
        }

        return Feature.Log(count);
    }

    /// <summary>Little but the client's words: a repetition.</summary>
    private static float Echo(Exchange exchange) =>
        exchange.ReplyContent.Count > 0 && Shared(exchange) >= 0.7f * exchange.ReplyContent.Count ? 1 : 0;

    private static bool Meets(Exchange exchange, string stem)
    {
        if (exchange.ClientContent.Contains(stem))
        {
            return true;
        }

        foreach (var concept in Concepts.OfWord(stem))
        {
            if (exchange.ClientConcepts.Contains(concept))
            {
                return true;
            }
        }

        return false;
    }

    private static float Covered(Exchange exchange, int sentence)
    {
        var span = exchange.Reply.Sentences[sentence].Span;
        var count = 0;
        for (var at = span.First; at < span.End; at++)
        {
            var stem = exchange.Reply.Tokens[at].Stem;
            count += exchange.ReplyContent.Contains(stem) && exchange.ClientContent.Contains(stem) ? 1 : 0;
        }

        return Feature.Log(count);
    }

    /// <summary>The same word, or "you" for "I".</summary>
    private static bool Same(Token one, Token other) =>
        (one.Stem.Length == other.Stem.Length && one.Stem == other.Stem)
        || (one.Text is "you" && other.Text is "i" or "me") || (one.Text is "your" && other.Text is "my")
        || (one.Text is "are" && other.Text is "am") || (one.Text is "yourself" && other.Text is "myself");
}
