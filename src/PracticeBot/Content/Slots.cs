using System.Text.RegularExpressions;

namespace PracticeBot.Content;

/// <summary>The places in a line that are filled when it is said.</summary>
public static partial class Slots
{
    /// <summary>The learner's own words.</summary>
    public const string Phrase = "phrase";

    /// <summary>Something that the client said before.</summary>
    public const string Earlier = "earlier";

    public static readonly IReadOnlyList<string> All = [Phrase, Earlier];

    public static bool IsPlain(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return !line.Contains('{', StringComparison.Ordinal);
    }

    /// <summary>Every brace of a line with what it holds: a slot's name, or null where it is no slot.</summary>
    public static IEnumerable<string?> In(string line) =>
        Brace().Matches(line).Select(match => match.Groups["slot"] is { Success: true } slot ? slot.Value : null);

    [GeneratedRegex(@"(?<!\{)\{(?<slot>[^{}]*)\}(?!\})|[{}]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brace();
}
