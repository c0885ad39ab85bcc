using System.Globalization;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Checks;

/// <summary>Lines that a learner would take for one and the same.</summary>
public static class SimilarLinesCheck
{
    /// <summary>Words in common among all words of two lines, 0 to 1.</summary>
    private const double NearCopy = 0.75;

    /// <summary>Words; shorter lines are copies only when they are the same.</summary>
    private const int LongEnough = 5;

    /// <summary>Each line is compared with each: beyond this many the comparing takes too long.</summary>
    private const int MostLines = 1000;

    public static void Run(PersonaFile persona, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var lines = SpokenLines.Of(persona).Take(MostLines).Select(line => (line.Place, Text: Plain(line.Value), Words: Words(line.Value))).ToList();
        for (var later = 1; later < lines.Count; later++)
        {
            var line = lines[later];
            var twin = lines.Take(later).FirstOrDefault(earlier => AreSimilar(earlier.Text, earlier.Words, line.Text, line.Words));
            if (twin.Text is not null)
            {
                findings.Warn(line.Place, Near(twin.Place), "Write one of the two anew; a client who repeats lines stops being believed.");
            }
        }
    }

    private static string Near(Place twin) => string.Create(CultureInfo.InvariantCulture, $"This line is almost that of line {twin.Line}, column {twin.Column}.");

    private static bool AreSimilar(string text, HashSet<string> words, string otherText, HashSet<string> otherWords)
    {
        if (text == otherText)
        {
            return true;
        }

        var (fewer, more) = words.Count < otherWords.Count ? (words, otherWords) : (otherWords, words);
        if (fewer.Count < LongEnough || fewer.Count < NearCopy * more.Count)
        {
            return false;
        }

        var common = fewer.Count(more.Contains);
        return common >= NearCopy * (words.Count + otherWords.Count - common);
    }

    private static string Plain(string line) =>
        string.Concat(line.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '{').Select(char.ToLowerInvariant));

    private static HashSet<string> Words(string line) =>
        Plain(line).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
