using System.Text.RegularExpressions;

namespace PracticeBot.Embedded.Clients;

/// <summary>A line of the persona file, taken apart once: where its slots are, what it is about.</summary>
internal sealed partial class PreparedLine
{
    private const string PhraseSlot = "{phrase}";
    private const string EarlierSlot = "{earlier}";

    private readonly string[] parts;
    private readonly string heard;

    public PreparedLine(string template, int? layer)
    {
        Template = template;
        Layer = layer;
        parts = Slot().Split(template);
        var spoken = SpokenText.Of(template);
        heard = spoken.Length > 0 ? spoken : template;
        var words = Words.Of(template);
        Concepts = Words.Concepts(words.Where(word => word is not ("phrase" or "earlier")));
        Sequence = Words.Sequence(template);
        TakesPhrase = parts.Contains(PhraseSlot, StringComparer.Ordinal);
        TakesEarlier = parts.Contains(EarlierSlot, StringComparer.Ordinal);
        ComesBackToLearner = TakesEarlier && SaidByLearner().IsMatch(template);
    }

    public string Template { get; }

    /// <summary>The layer that the line belongs to; null where it fits any.</summary>
    public int? Layer { get; }

    public IReadOnlySet<string> Concepts { get; }

    public IReadOnlyList<string> Sequence { get; }

    public bool TakesPhrase { get; }

    public bool TakesEarlier { get; }

    /// <summary>What it comes back to the learner said: "you said {earlier}"; else she did.</summary>
    public bool ComesBackToLearner { get; }

    /// <summary>The line with its slots filled, null where one that it needs is empty.</summary>
    /// <remarks>Filled in one pass: what goes into a slot is never read as a slot.</remarks>
    public string? Filled(string? phrase, string? earlier)
    {
        if ((TakesPhrase && phrase is null) || (TakesEarlier && earlier is null))
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return Template;
        }

        var filled = parts.Select((part, at) => part switch
        {
            PhraseSlot => Fitted(phrase!, at),
            EarlierSlot => Fitted(earlier!, at),
            _ => part,
        });
        return string.Concat(filled);
    }

    /// <summary>True where a spoken text came from this line, its gestures or not.</summary>
    public bool WasSpokenIn(string text)
    {
        if (parts.Length == 1)
        {
            return text.Contains(heard, StringComparison.Ordinal);
        }

        var from = 0;
        foreach (var part in parts)
        {
            if (part is PhraseSlot or EarlierSlot || part.Length == 0)
            {
                continue;
            }

            var found = text.IndexOf(part, from, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            from = found + part.Length;
        }

        return true;
    }

    /// <summary>With a capital where the slot begins a sentence.</summary>
    private string Fitted(string text, int at) =>
        BeginsSentence().IsMatch(string.Concat(parts.Take(at))) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>Nothing stands before it, or the end of a sentence, or a gesture.</summary>
    [GeneratedRegex("""(^|[.?!]\s+|(^|\s)\*[^*]+\*\s+)\*?["'“‘]?$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeginsSentence();

    [GeneratedRegex(
        @"\byou (said|called it|put it|told me)\b[^.?!]{0,40}\{earlier\}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaidByLearner();

    [GeneratedRegex(@"(?<slot>\{phrase\}|\{earlier\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();
}
