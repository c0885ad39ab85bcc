namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>Was it said before?</summary>
internal static class Repetition
{
    private const int LeastWords = 4;

    /// <summary>Of a sentence's runs of three words, the share that stood together before.</summary>
    private const double Same = 0.7;

    /// <summary>To take up a word of the learner's is listening, to say the whole sentence is an echo.</summary>
    private const double Echo = 0.85;

    public static LineFault? FaultOf(string sentence, GuardedLine line)
    {
        var words = Words.Of(SpokenText.Of(sentence));
        if (words.Count < LeastWords)
        {
            return null;
        }

        var runs = Runs(words);
        return line.EarlierLines.Append(line.Released).Any(said => Share(runs, said) >= Same) || Share(runs, line.Reply) >= Echo
            ? LineFault.Repeats
            : null;
    }

    /// <summary>The sentence is, nearly word for word, part of what the author wrote there.</summary>
    public static bool IsFrom(string sentence, IEnumerable<string> written)
    {
        var words = Words.Of(SpokenText.Of(sentence));
        var runs = Runs(words);
        return words.Count >= LeastWords && written.Any(text => Share(runs, text) >= Same);
    }

    private static double Share(HashSet<string> runs, string said)
    {
        var before = Runs(Words.Of(SpokenText.Of(said)));
        return runs.Count(before.Contains) / (double)runs.Count;
    }

    private static HashSet<string> Runs(List<string> words)
    {
        const int Length = 3;
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + Length <= words.Count; at++)
        {
            runs.Add($"{words[at]} {words[at + 1]} {words[at + 2]}");
        }

        return runs;
    }
}
