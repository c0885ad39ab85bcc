using PracticeBot.Embedded.Reading.Meanings;

namespace PracticeBot.Embedded.Features;

/// <summary>What the client said and what was replied, taken apart.</summary>
internal sealed class Exchange
{
    public Exchange(TextView client, TextView reply)
        : this(client, reply, new(client.Content, StringComparer.Ordinal), [.. client.Content.SelectMany(Concepts.OfWord)])
    {
    }

    /// <summary>The same client with another reply.</summary>
    public Exchange(Exchange other, TextView reply)
        : this(other.Client, reply, other.ClientContent, other.ClientConcepts)
    {
    }

    private Exchange(TextView client, TextView reply, HashSet<string> content, HashSet<int> concepts)
    {
        Client = client;
        Reply = reply;
        ClientContent = content;
        ClientConcepts = concepts;
        ReplyContent = new(reply.Content, StringComparer.Ordinal);
        Overlap = Overlap.Of(client, reply, content);
    }

    public TextView Client { get; }

    public TextView Reply { get; }

    /// <summary>The words that the client's text speaks of something with.</summary>
    public HashSet<string> ClientContent { get; }

    /// <summary>What those words stand for.</summary>
    public HashSet<int> ClientConcepts { get; }

    public HashSet<string> ReplyContent { get; }

    /// <summary>What both texts share, counted once.</summary>
    public Overlap Overlap { get; }

    public static Exchange Of(string client, string reply) => new(TextView.OfClient(client), TextView.OfReply(reply));
}

/// <summary>What both texts share, word by word.</summary>
/// <param name="Shared">Words in both.</param>
/// <param name="SharedWeight">Their rarity together.</param>
/// <param name="SharedSquares">Their rarity squared.</param>
/// <param name="ReplyWeight">The rarity of all the reply's words.</param>
/// <param name="ClientWeight">The rarity of all the client's words.</param>
/// <param name="Product">The lengths of both texts as bags of words weighted by rarity, multiplied and squared.</param>
/// <param name="RareShared">Words outside the everyday in both.</param>
/// <param name="RareNew">Words outside the everyday in the reply alone.</param>
internal readonly record struct Overlap(
    int Shared, float SharedWeight, float SharedSquares, float ReplyWeight, float ClientWeight, float Product, int RareShared, int RareNew)
{
    private const float Rare = 2;

    public static Overlap Of(TextView client, TextView reply, HashSet<string> said)
    {
        var (shared, weight, squares, rareShared, rareNew) = (0, 0f, 0f, 0, 0);
        var (replyWeight, replySquares, clientWeight, clientSquares) = (0f, 0f, 0f, 0f);
        for (var at = 0; at < reply.Content.Length; at++)
        {
            var rarity = reply.Rarities[at];
            replyWeight += rarity;
            replySquares += rarity * rarity;
            if (said.Contains(reply.Content[at]))
            {
                shared++;
                weight += rarity;
                squares += rarity * rarity;
                rareShared += rarity > Rare ? 1 : 0;
            }
            else
            {
                rareNew += rarity > Rare ? 1 : 0;
            }
        }

        foreach (var rarity in client.Rarities)
        {
            clientWeight += rarity;
            clientSquares += rarity * rarity;
        }

        return new Overlap(shared, weight, squares, replyWeight, clientWeight, replySquares * clientSquares, rareShared, rareNew);
    }
}
