using System.Text.RegularExpressions;

namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>
/// Parts what comes in pieces into sentences, each as soon as it has ended. A stage direction between asterisks that stands by itself is
/// a piece of its own. What models put around a line (a name before it, quotation marks) is left out.
/// </summary>
/// <param name="speaker">The name that may stand before the line.</param>
public sealed partial class SentenceSplitter(string speaker)
{
    private string rest = string.Empty;
    private bool hasBegun;

    /// <summary>The sentences that have ended with this chunk.</summary>
    public IEnumerable<string> Add(string chunk)
    {
        rest += chunk;
        while (EndOfFirst(rest, isAll: false) is { } end)
        {
            if (Taken(end) is { Length: > 0 } sentence)
            {
                yield return sentence;
            }
        }
    }

    /// <summary>What is left when nothing more comes.</summary>
    public IEnumerable<string> End()
    {
        while (EndOfFirst(rest, isAll: true) is { } end)
        {
            if (Taken(end) is { Length: > 0 } sentence)
            {
                yield return sentence;
            }
        }

        if (Taken(rest.Length) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    /// <summary>The sentences of a whole text.</summary>
    public IEnumerable<string> Whole(string text) => Add(text).Concat(End());

    private string Taken(int end)
    {
        var sentence = rest[..end].Trim();
        rest = rest[end..];
        if (!hasBegun)
        {
            sentence = Label(sentence).TrimStart('"', '“', ' ');
            hasBegun = sentence.Length > 0;
        }

        return sentence.Count(letter => letter == '"') % 2 == 0 && !(sentence.EndsWith('”') && !sentence.Contains('“', StringComparison.Ordinal))
            ? sentence
            : sentence.TrimEnd('"', '”');
    }

    private string Label(string sentence)
    {
        var match = Labelled().Match(sentence);
        return match.Success && (match.Groups["who"].Value.Equals(speaker, StringComparison.OrdinalIgnoreCase) || match.Groups["who"].Value.Equals("client", StringComparison.OrdinalIgnoreCase))
            ? sentence[match.Length..]
            : sentence;
    }

    /// <summary>Where the first sentence ends; null where that can't be told yet.</summary>
    private static int? EndOfFirst(string text, bool isAll)
    {
        var start = text.Length - text.TrimStart().Length;
        if (start < text.Length && text[start] == '*' && !text.AsSpan(start).StartsWith("**", StringComparison.Ordinal))
        {
            var close = text.IndexOf('*', start + 1);
            return close < 0 ? null : close + 1;
        }

        var inDirection = false;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '*')
            {
                inDirection = !inDirection;
            }
            else if (!inDirection && text[at] is '.' or '!' or '?' or '…')
            {
                var end = at + 1;
                while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '\'' or ')')
                {
                    end++;
                }

                if (Ends(text, at, end, isAll))
                {
                    return end;
                }

                at = end - 1;
            }
        }

        return null;
    }

    /// <summary>A mark ends a sentence where a blank follows it and no small letter after that, and it belongs to no abbreviation.</summary>
    private static bool Ends(string text, int mark, int end, bool isAll)
    {
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == text.Length)
        {
            // After dots a thought may go on; after a plain mark and a blank nothing needs to be waited for.
            return isAll || (next > end && end == mark + 1 && text[mark] != '…' && !Abbreviated().IsMatch(text[..end]));
        }

        return next > end && !char.IsLower(text[next]) && !Abbreviated().IsMatch(text[..(mark + 1)]);
    }

    [GeneratedRegex(@"^\W*(?<who>\w[\w ]{0,30})\s*:\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|vs)\.$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Abbreviated();
}
