using PracticeBot.Core.Personas;

namespace PracticeBot.Embedded.Clients;

/// <summary>A layer's core message, which stands in the client's first person, turned round: "I let everyone down" is "you let everyone down".</summary>
public static class MeaningSaidToThem
{
    /// <returns>One clause without a mark at its end.</returns>
    public static string Of(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var words = layer.Meaning.Replace('’', '\'').TrimEnd('.', '!', '…', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // The marks stay where they were: only the words are turned.
        var bare = words.Select(word => word.Trim(',', ';', ':', '.', '"')).ToList();
        var turned = PersonFlip.Flip(bare);
        var said = string.Join(' ', words.Select((word, at) => bare[at].Length == 0 ? word : word.Replace(bare[at], turned[at], StringComparison.Ordinal)));
        return said.Length == 0 ? said : char.ToLowerInvariant(said[0]) + said[1..];
    }
}
