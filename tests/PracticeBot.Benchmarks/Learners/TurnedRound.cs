using System.Text.RegularExpressions;

namespace PracticeBot.Benchmarks.Learners;

/// <summary>The first sentence of a client's line as somebody else would say it back.</summary>
internal static partial class TurnedRound
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["i"] = "you", ["i'm"] = "you're", ["i've"] = "you've", ["i'd"] = "you'd", ["i'll"] = "you'll", ["me"] = "you", ["my"] = "your",
        ["mine"] = "yours", ["myself"] = "yourself", ["am"] = "are", ["we"] = "you", ["our"] = "your",
    };

    public static string Of(string line)
    {
        var said = Directions().Replace(line, string.Empty).Split(['.', '!', '?', '…', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return said.Length == 0 ? "it's hard" : Words().Replace(said[0], word => Others.GetValueOrDefault(word.Value, word.Value));
    }

    [GeneratedRegex(@"\*[^*]*\*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Directions();

    [GeneratedRegex(@"[A-Za-z']+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
