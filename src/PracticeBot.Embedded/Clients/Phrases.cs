namespace PracticeBot.Embedded.Clients;

/// <summary>Finds a run of words in a longer one; both as <see cref="Words.Sequence"/> gives them.</summary>
internal static class Phrases
{
    /// <summary>True where the words stand in the text side by side, in order.</summary>
    public static bool IsIn(IReadOnlyList<string> phrase, IReadOnlyList<string> text) => IsIn(phrase, text, 0);

    /// <summary>True where the words stand in the text in order, with at most <paramref name="gap"/> others between two of them.</summary>
    public static bool IsIn(IReadOnlyList<string> phrase, IReadOnlyList<string> text, int gap)
    {
        for (var start = 0; phrase.Count > 0 && start + phrase.Count <= text.Count; start++)
        {
            if (Follows(phrase, text, start, gap))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follows(IReadOnlyList<string> phrase, IReadOnlyList<string> text, int start, int gap)
    {
        var at = start;
        for (var word = 0; word < phrase.Count; word++)
        {
            var last = word == 0 ? at : Math.Min(at + gap, text.Count - 1);
            while (at <= last && at < text.Count && !string.Equals(text[at], phrase[word], StringComparison.Ordinal))
            {
                at++;
            }

            if (at > last || at >= text.Count)
            {
                return false;
            }

            at++;
        }

        return true;
    }
}
