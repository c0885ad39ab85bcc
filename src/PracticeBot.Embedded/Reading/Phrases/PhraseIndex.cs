using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Phrases;

/// <summary>Many phrases, each standing for something, found by the word that they begin with.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseIndex<T>
{
    private readonly FrozenDictionary<string, (Phrase Phrase, T Value)[]> byWord;
    private readonly FrozenDictionary<string, (Phrase Phrase, T Value)[]> byStem;

    /// <exception cref="ArgumentException">A phrase begins with a gap.</exception>
    public PhraseIndex(IEnumerable<(Phrase Phrase, T Value)> phrases)
    {
        var words = new Dictionary<string, List<(Phrase, T)>>(StringComparer.Ordinal);
        var stems = new Dictionary<string, List<(Phrase, T)>>(StringComparer.Ordinal);
        foreach (var entry in phrases)
        {
            foreach (var element in FirstElements(entry.Phrase))
            {
                if (element.Gap > 0)
                {
                    throw new ArgumentException($"The phrase \"{entry.Phrase.Source}\" begins with a gap.", nameof(phrases));
                }

                Add(words, element.Words, entry);
                Add(stems, element.Stems, entry);
            }
        }

        byWord = Frozen(words);
        byStem = Frozen(stems);
    }

    /// <summary>Calls <paramref name="found"/> for every phrase that stands at <paramref name="at"/>, with the index after it.</summary>
    public void At(Passage text, int at, Action<T, Phrase, int> found)
    {
        foreach (var (phrase, value) in Candidates(text.Tokens[at]))
        {
            var end = phrase.EndAt(text, at);
            if (end > at)
            {
                found(value, phrase, end);
            }
        }
    }

    /// <summary>The index after the longest phrase that stands at <paramref name="at"/>; -1 where none does.</summary>
    public int LongestAt(Passage text, int at)
    {
        var longest = -1;
        foreach (var (phrase, _) in Candidates(text.Tokens[at]))
        {
            longest = Math.Max(longest, phrase.EndAt(text, at));
        }

        return longest;
    }

    /// <summary>Every phrase that may begin with <paramref name="token"/>.</summary>
    public Candidate StartingWith(Token token) => Candidates(token);

    private Candidate Candidates(Token token) => new(
        byWord.TryGetValue(token.Text, out var words) ? words : [],
        byStem.TryGetValue(token.Stem, out var stems) ? stems : []);

    private static FrozenDictionary<string, (Phrase, T)[]> Frozen(Dictionary<string, List<(Phrase, T)>> table) =>
        table.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The elements by which a phrase can begin: the optional ones and the first that must be there.</summary>
    private static IEnumerable<PhraseElement> FirstElements(Phrase phrase)
    {
        foreach (var element in phrase.Elements)
        {
            yield return element;
            if (!element.IsOptional)
            {
                yield break;
            }
        }
    }

    private static void Add(Dictionary<string, List<(Phrase, T)>> table, IEnumerable<string> keys, (Phrase, T) entry)
    {
        foreach (var key in keys)
        {
            if (!table.TryGetValue(key, out var entries))
            {
                table[key] = entries = [];
            }

            entries.Add(entry);
        }
    }

    /// <summary>The phrases that may begin with a word.</summary>
    public readonly struct Candidate((Phrase Phrase, T Value)[] words, (Phrase Phrase, T Value)[] stems)
    {
        public Enumerator GetEnumerator() => new(words, stems);

        public struct Enumerator((Phrase Phrase, T Value)[] words, (Phrase Phrase, T Value)[] stems)
        {
            private int at = -1;

            public readonly (Phrase Phrase, T Value) Current => at < words.Length ? words[at] : stems[at - words.Length];

            public bool MoveNext() => ++at < words.Length + stems.Length;
        }
    }
}
