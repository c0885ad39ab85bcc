using System.Collections.Frozen;

namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>
/// Mends typing errors one step away (letters swapped, missing, doubled or wrong) in words that are not otherwise known, towards
/// the words of this client first, then everyday words, then the rules' own.
/// </summary>
internal sealed class Speller
{
    private const int LeastLetters = 4;

    /// <summary>No English word that the rules know is longer; and trying each letter in each place takes its time.</summary>
    private const int MostLetters = 24;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Keys = "qwertyuiopasdfghjkl zxcvbnm   ";
    private const int RowLength = 10;

    private readonly FrozenSet<string> story;
    private readonly HashSet<string> line;

    /// <param name="story">Words of the client's story, lower case.</param>
    /// <param name="line">What the client said last.</param>
    public Speller(FrozenSet<string> story, Passage line)
    {
        this.story = story;
        this.line = line.Tokens.Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
    }

    public bool Knows(string word) =>
        word.Length < 3 || !IsPlain(word) || IsNear(word) || Vocabulary.Knows(word) || (word[^1] == 's' && IsNear(word[..^1]));

    /// <summary>The word meant, or the same word where none is near.</summary>
    public string Mend(string word)
    {
        word = Calm(word);
        if (word.Length > MostLetters || Knows(word))
        {
            return word;
        }

        var best = word;
        var rank = int.MaxValue;
        foreach (var (candidate, step) in Steps(word))
        {
            var cost = Cost(candidate, step, word.Length);
            if (cost < rank)
            {
                (best, rank) = (candidate, cost);
            }
        }

        return best;
    }

    private bool IsNear(string word) => line.Contains(word) || story.Contains(word);

    /// <summary>Drawn-out letters: "sooo" is "so", "reallly" is "really".</summary>
    private string Calm(string word)
    {
        var twice = Squeeze(word, 2);
        return twice.Length == word.Length || Knows(twice) ? twice : Squeeze(word, 1);
    }

    private static string Squeeze(string word, int most)
    {
        var kept = new char[word.Length];
        var length = 0;
        var run = 0;
        foreach (var letter in word)
        {
            run = length > 0 && kept[length - 1] == letter ? run + 1 : 1;
            if (run <= most)
            {
                kept[length++] = letter;
            }
        }

        return length == word.Length ? word : new string(kept, 0, length);
    }

    /// <summary>Lower is better: what the client speaks of, then everyday words; the likelier errors first.</summary>
    private int Cost(string candidate, Step step, int length)
    {
        var place = IsNear(candidate) ? 0 : WordLists.Function.Contains(candidate) ? 1 : WordLists.Common.Contains(candidate) ? 2 : 3;
        if (place == 3 && !Vocabulary.Targets.Contains(candidate))
        {
            // Another inflection of a word that the rules know.
            place = length > LeastLetters && Vocabulary.KnowsStem(candidate) ? 4 : 5;
        }

        if (place > 4)
        {
            return int.MaxValue;
        }

        if (length < LeastLetters && (step is not (Step.Swap or Step.Gap) || place > 3))
        {
            return int.MaxValue;
        }

        return place + (int)step;
    }

    private static IEnumerable<(string Candidate, Step Step)> Steps(string word)
    {
        for (var at = 0; at + 1 < word.Length; at++)
        {
            if (word[at] != word[at + 1])
            {
                yield return (string.Concat(word.AsSpan(0, at), [word[at + 1], word[at]], word.AsSpan(at + 2)), Step.Swap);
            }
        }

        for (var at = 0; at <= word.Length; at++)
        {
            foreach (var letter in Letters)
            {
                yield return (string.Concat(word.AsSpan(0, at), [letter], word.AsSpan(at)), Step.Gap);
            }
        }

        for (var at = 0; at < word.Length; at++)
        {
            var isDoubled = at > 0 && word[at] == word[at - 1];
            yield return (string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1)), isDoubled ? Step.Doubled : Step.Extra);
            foreach (var letter in Letters)
            {
                if (letter != word[at])
                {
                    yield return (string.Concat(word.AsSpan(0, at), [letter], word.AsSpan(at + 1)), Touch(word[at], letter) ? Step.Slip : Step.Wrong);
                }
            }
        }
    }

    /// <summary>The two keys lie side by side.</summary>
    private static bool Touch(char one, char other)
    {
        var first = Keys.IndexOf(one, StringComparison.Ordinal);
        var second = Keys.IndexOf(other, StringComparison.Ordinal);
        var (row, place) = (first / RowLength, first % RowLength);
        var (otherRow, otherPlace) = (second / RowLength, second % RowLength);
        return Math.Abs(row - otherRow) <= 1 && Math.Abs(place - otherPlace) <= 1;
    }

    private static bool IsPlain(string word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterLower(letter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One error, with what it costs to believe in it.</summary>
    private enum Step
    {
        /// <summary>Two letters changed places.</summary>
        Swap = 0,

        /// <summary>A letter typed twice.</summary>
        Doubled = 1,

        /// <summary>A letter left out.</summary>
        Gap = 2,

        /// <summary>The key beside it.</summary>
        Slip = 3,

        /// <summary>A letter too many.</summary>
        Extra = 5,

        /// <summary>Another letter altogether.</summary>
        Wrong = 6,
    }
}
