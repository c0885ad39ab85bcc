namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>Was it said before?</summary>
internal static class Repetition
{
    private const int LeastWords = 4;
    private const int RunLength = 3;

    /// <summary>Of a sentence's runs of three words, the share that stood together before.</summary>
    private const double Same = 0.7;

    /// <summary>To take up a word of the learner's is listening, to say the whole sentence is an echo.</summary>
    private const double Echo = 0.85;

    public static LineFault? FaultOf(string sentence, GuardedLine line)
    {
        if (IsSaidTwice(sentence.Trim(), line.Released))
        {
            return LineFault.Repeats;
        }

        var runs = Runs(sentence);
        return runs.Count > LeastWords - RunLength
            && (line.Heard.Lines.Append(Runs(line.Released)).Any(said => Share(runs, said) >= Same) || Share(runs, line.Heard.Reply) >= Echo)
            ? LineFault.Repeats
            : null;
    }

    /// <summary>A gesture is made once in a line; one word may be said twice with intent, a sentence is not.</summary>
    private static bool IsSaidTwice(string sentence, string released) => sentence.StartsWith('*')
        ? released.Contains(sentence, StringComparison.OrdinalIgnoreCase)
        : sentence.Contains(' ', StringComparison.Ordinal) && released.EndsWith(sentence, StringComparison.Ordinal);

    /// <summary>The sentence is, nearly word for word, part of what the author wrote there.</summary>
    public static bool IsFrom(HashSet<string> runs, IEnumerable<HashSet<string>> written) =>
        runs.Count > LeastWords - RunLength && written.Any(text => Share(runs, text) >= Same);

    /// <summary>Every run of three words of what is heard.</summary>
    public static HashSet<string> Runs(string text)
    {
        var words = Words.Of(SpokenText.Of(text));
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + RunLength <= words.Count; at++)
        {
            runs.Add($"{words[at]} {words[at + 1]} {words[at + 2]}");
        }

        return runs;
    }

    private static double Share(HashSet<string> runs, HashSet<string> before) => runs.Count(before.Contains) / (double)runs.Count;
}
