using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;

namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>
/// What the learner does instead of saying: <c>[nods slowly]</c>, <c>*leans in*</c>, <c>(pauses)</c>. A word between asterisks that
/// does nothing ("I *really* hear you") is emphasis and is read as speech.
/// </summary>
internal static class StageDirections
{
    private static readonly FrozenSet<string> Gestures = Tables.WordsOf("words", "gestures");

    /// <summary>Character spans of the directions, marks included.</summary>
    public static List<(int Start, int End)> In(string text)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at < text.Length; at++)
        {
            var close = text[at] switch { '[' => ']', '*' => '*', '(' => ')', '_' => '_', _ => '\0' };
            if (close == '\0')
            {
                continue;
            }

            var inner = at;
            while (inner < text.Length && text[inner] == text[at])
            {
                inner++;
            }

            var end = text.IndexOf(close, inner < text.Length ? inner : at);
            if (end <= inner)
            {
                continue;
            }

            var after = end;
            while (after < text.Length && text[after] == close)
            {
                after++;
            }

            if (text[at] == '[' || IsGesture(text.AsSpan(inner, end - inner)))
            {
                found.Add((at, after));
            }

            at = after - 1;
        }

        return found;
    }

    private static bool IsGesture(ReadOnlySpan<char> inner)
    {
        foreach (var range in inner.Split(' '))
        {
            var word = inner[range].Trim(",.;:!?-…").ToString().ToLowerInvariant();
            if (word.Length == 0)
            {
                continue;
            }

            if (Gestures.Contains(word))
            {
                return true;
            }

            // A gesture may begin with how it is done: "gently leans in", "a slow nod".
            if (!word.EndsWith("ly", StringComparison.Ordinal) && word is not ("a" or "the" or "long" or "small" or "slow" or "short" or "soft" or "i" or "just" or "still"))
            {
                return false;
            }
        }

        return false;
    }
}
