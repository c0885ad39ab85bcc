using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Features;

/// <summary>Who is spoken of, in what tense, and how the reply opens.</summary>
internal static class PersonFeatures
{
    /// <summary>The kinds of small words that are counted.</summary>
    private enum Kind
    {
        You,
        I,
        We,
        They,
        It,
        Was,
        Will,
        Am,
        Can,
        Not,
    }

    private static readonly FrozenSet<string> You = Set("you your yours yourself");
    private static readonly FrozenSet<string> I = Set("i me my mine myself");
    private static readonly FrozenSet<string> We = Set("we us our ours ourselves");
    private static readonly FrozenSet<string> They = Set("he she they him her them his their people everyone someone");
    private static readonly FrozenSet<string> It = Set("it this that these those");
    private static readonly FrozenSet<string> Was = Set("was were had did went got felt said thought knew lost took made came used tried started left found told");
    private static readonly FrozenSet<string> Will = Set("will shall going gonna");
    private static readonly FrozenSet<string> Am = Set("am is are have has do does");
    private static readonly FrozenSet<string> Can = Set("can could may might would should must");
    private static readonly FrozenSet<string> Oral = Set("so okay yeah well right yes oh and but mm hmm uh um no great good all sure");
    private static readonly FrozenSet<string> Asking = Set("what how why when where who which");
    private static readonly FrozenSet<string> Auxiliary = Set("do did are is was were have has would could can will does should");

    private static readonly FrozenDictionary<string, Kind[]> Kinds =
        new[] { (You, Kind.You), (I, Kind.I), (We, Kind.We), (They, Kind.They), (It, Kind.It), (Was, Kind.Was), (Will, Kind.Will), (Am, Kind.Am), (Can, Kind.Can), (WordLists.Negators, Kind.Not) }
            .SelectMany(entry => entry.Item1.Select(word => (Word: word, Kind: entry.Item2)))
            .GroupBy(entry => entry.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Kind).ToArray(), StringComparer.Ordinal);

    public static readonly Feature[] All =
    [
        new("you", exchange => Rate(exchange, Kind.You)), new("I", exchange => Rate(exchange, Kind.I)), new("we", exchange => Rate(exchange, Kind.We)),
        new("they", exchange => Rate(exchange, Kind.They)), new("it", exchange => Rate(exchange, Kind.It)), new("you less I", YouLessI),
        new("no you", exchange => Rate(exchange, Kind.You) == 0 ? 1 : 0), new("no I", exchange => Rate(exchange, Kind.I) == 0 ? 1 : 0),
        new("you count", exchange => Feature.Log(exchange.Reply.SmallWords[(int)Kind.You])), new("I count", exchange => Feature.Log(exchange.Reply.SmallWords[(int)Kind.I])),
        new("was", exchange => Rate(exchange, Kind.Was)), new("will", exchange => Rate(exchange, Kind.Will)), new("am", exchange => Rate(exchange, Kind.Am)),
        new("can", exchange => Rate(exchange, Kind.Can)), new("I in the past", IInThePast), new("you in the past", YouInThePast),
        new("not", exchange => Rate(exchange, Kind.Not)), new("you not", YouNot), new("to do", ToDo),
        new("opens with you", exchange => Opens(exchange, You)), new("opens with I", exchange => Opens(exchange, I)),
        new("opens with we", exchange => Opens(exchange, We)), new("opens with they", exchange => Opens(exchange, They)),
        new("opens with it", exchange => Opens(exchange, It)), new("opens with question word", exchange => Opens(exchange, Asking)),
        new("opens with auxiliary", exchange => Opens(exchange, Auxiliary)), new("first word oral", exchange => First(exchange, Oral)),
        new("first word so", exchange => FirstIs(exchange, "so")), new("first word okay", exchange => FirstIs(exchange, "okay")),
        new("first word yeah", exchange => FirstIs(exchange, "yeah")), new("first word and", exchange => FirstIs(exchange, "and")),
        new("first word but", exchange => FirstIs(exchange, "but")), new("first word well", exchange => FirstIs(exchange, "well")),
        new("first word right", exchange => FirstIs(exchange, "right")), new("first word not", exchange => First(exchange, WordLists.Negators)),
        new("opens with content", OpensWithContent), new("sentences on you", exchange => SentencesOn(exchange, You)),
        new("sentences on I", exchange => SentencesOn(exchange, I)), new("sentences on we", exchange => SentencesOn(exchange, We)),
        new("sentences on it", exchange => SentencesOn(exchange, It)), new("last on you", exchange => LastOn(exchange, You)),
        new("last on I", exchange => LastOn(exchange, I)), new("client I", exchange => RateOf(exchange.Client, Kind.I)),
        new("client you", exchange => RateOf(exchange.Client, Kind.You)), new("client they", exchange => RateOf(exchange.Client, Kind.They)),
        new("they of the client", TheyOfClient), new("they not of the client", TheyNotOfClient),
    ];

    /// <summary>How much more of the client than of the helper.</summary>
    private static float YouLessI(Exchange exchange) => Rate(exchange, Kind.You) - Rate(exchange, Kind.I);

    /// <summary>"I was", "I had": the helper's own past.</summary>
    private static float IInThePast(Exchange exchange) => Feature.Log(Followed(exchange.Reply, "i", Was));

    /// <summary>"You were", "you lost": the client's past.</summary>
    private static float YouInThePast(Exchange exchange) => Feature.Log(Followed(exchange.Reply, "you", Was));

    /// <summary>"You do not", "you cannot": what the client does not do or have.</summary>
    private static float YouNot(Exchange exchange)
    {
        var count = 0;
        var tokens = exchange.Reply.Tokens;
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            count += tokens[at].Text == "you" && (tokens[at + 1].Text == "not" || tokens[at + 2].Text == "not") ? 1 : 0;
        }

        return Feature.Log(count);
    }

    /// <summary>"To" with a verb: what is to be done or wished.</summary>
    private static float ToDo(Exchange exchange)
    {
        var count = 0;
        var tokens = exchange.Reply.Tokens;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            count += tokens[at].Text == "to" && !WordLists.Function.Contains(tokens[at + 1].Text) ? 1 : 0;
        }

        return count / (1f + tokens.Count);
    }

    /// <summary>It opens with a word of content: a thing, or a verb that tells what to do.</summary>
    private static float OpensWithContent(Exchange exchange) =>
        Opening(exchange.Reply) is { } token && !WordLists.Function.Contains(token.Text) && !Asking.Contains(token.Text) ? 1 : 0;

    /// <summary>Speaks of others, as the client did.</summary>
    private static float TheyOfClient(Exchange exchange) => RateOf(exchange.Client, Kind.They) > 0 && Rate(exchange, Kind.They) > 0 ? 1 : 0;

    /// <summary>Speaks of others, of whom the client did not speak.</summary>
    private static float TheyNotOfClient(Exchange exchange) => RateOf(exchange.Client, Kind.They) == 0 && Rate(exchange, Kind.They) > 0 ? 1 : 0;

    private static float Rate(Exchange exchange, Kind kind) => RateOf(exchange.Reply, kind);

    private static float RateOf(TextView text, Kind kind) => text.SmallWords[(int)kind] / (1f + text.Tokens.Count);

    /// <summary>How many words of each kind a text has.</summary>
    public static int[] SmallWordsOf(Passage text)
    {
        var counts = new int[Enum.GetValues<Kind>().Length];
        foreach (var token in text.Tokens)
        {
            if (Kinds.TryGetValue(token.Text, out var kinds))
            {
                foreach (var kind in kinds)
                {
                    counts[(int)kind]++;
                }
            }
        }

        return counts;
    }

    private static int Followed(TextView text, string first, FrozenSet<string> words)
    {
        var count = 0;
        for (var at = 0; at + 1 < text.Tokens.Count; at++)
        {
            count += text.Tokens[at].Text == first && (words.Contains(text.Tokens[at + 1].Text) || text.Tokens[at + 1].Text.EndsWith("ed", StringComparison.Ordinal)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first word after "so", "well" and the like.</summary>
    private static Token? Opening(TextView text)
    {
        foreach (var token in text.Tokens)
        {
            if (!WordLists.Openers.Contains(token.Text))
            {
                return token;
            }
        }

        return null;
    }

    private static float Opens(Exchange exchange, FrozenSet<string> words) => Opening(exchange.Reply) is { } token && words.Contains(token.Text) ? 1 : 0;

    private static float First(Exchange exchange, FrozenSet<string> words) =>
        exchange.Reply.Tokens.Count > 0 && words.Contains(exchange.Reply.Tokens[0].Text) ? 1 : 0;

    private static float FirstIs(Exchange exchange, string word) => exchange.Reply.Tokens.Count > 0 && exchange.Reply.Tokens[0].Text == word ? 1 : 0;

    /// <summary>The share of sentences whose first three words speak of somebody.</summary>
    private static float SentencesOn(Exchange exchange, FrozenSet<string> words)
    {
        var count = 0;
        foreach (var sentence in exchange.Reply.Sentences)
        {
            count += IsOn(exchange.Reply, sentence.Span, words) ? 1 : 0;
        }

        return count / (1f + exchange.Reply.Sentences.Count);
    }

    private static float LastOn(Exchange exchange, FrozenSet<string> words) =>
        exchange.Reply.Sentences.Count > 0 && IsOn(exchange.Reply, exchange.Reply.Sentences[^1].Span, words) ? 1 : 0;

    private static bool IsOn(TextView text, Span sentence, FrozenSet<string> words)
    {
        for (var at = sentence.First; at < Math.Min(sentence.End, sentence.First + 3); at++)
        {
            if (words.Contains(text.Tokens[at].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
