using System.Collections.Frozen;

namespace PracticeBot.Embedded.Reading.Phrases;

/// <summary>Words that slip into any phrase and change nothing about what it does.</summary>
internal static class Fillers
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "just", "really", "actually", "maybe", "perhaps", "possibly", "probably", "simply", "ever", "even", "also", "still", "always",
        "often", "sometimes", "honestly", "truly", "totally", "completely", "absolutely", "definitely", "certainly", "very", "quite",
        "so", "pretty", "then", "now", "too", "almost", "already", "again", "constantly", "clearly", "obviously", "kinda", "somehow",
        "genuinely", "properly", "all", "literally", "frankly", "basically", "please", "quickly", "deeply", "incredibly", "terribly",
        "utterly", "slightly", "rather", "somewhat", "first", "bloody", "fucking", "like", "well", "um", "uh", "er",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> All => Words;

    public static bool Contains(string word) => Words.Contains(word);
}
