using PracticeBot.Embedded.Reading.Meanings;

namespace PracticeBot.Embedded.Features;

/// <summary>What the client said and what was replied, taken apart.</summary>
internal sealed class Exchange(TextView client, TextView reply)
{
    public TextView Client => client;

    public TextView Reply => reply;

    public HashSet<string> ClientContent { get; } = new(client.Content, StringComparer.Ordinal);

    public HashSet<string> ReplyContent { get; } = new(reply.Content, StringComparer.Ordinal);

    /// <summary>What the client's words stand for.</summary>
    public HashSet<int> ClientConcepts { get; } = [.. client.Content.SelectMany(Concepts.OfWord)];

    public static Exchange Of(string client, string reply) => new(TextView.Of(client), TextView.Of(reply));
}
