using System.Collections.Frozen;
using System.Globalization;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Emotions;

/// <summary>The words and idioms for feelings, and how to find them in a text whatever their inflection.</summary>
internal static class EmotionLexicon
{
    private const int PlainIntensity = 3;

    private static readonly Lazy<Index> Terms = new(Load);

    /// <summary>The longest term that stands at <paramref name="at"/>; one without a family only looks like a feeling.</summary>
    public static (EmotionTerm Term, int End)? LongestAt(Passage text, int at)
    {
        var index = Terms.Value;
        var token = text.Tokens[at];
        (EmotionTerm Term, int End)? best = null;
        if (index.Words.TryGetValue(token.Text, out var word) || (!IsAdverb(token.Text) && index.WordStems.TryGetValue(token.Stem, out word)))
        {
            best = (word, at + 1);
        }

        if (index.Idioms.TryGetValue(token.Text, out var idioms))
        {
            best = Longest(text, at, idioms, best);
        }

        if (token.Stem != token.Text && index.Idioms.TryGetValue(token.Stem, out idioms))
        {
            best = Longest(text, at, idioms, best);
        }

        return best;
    }

    /// <summary>Every word of every term.</summary>
    public static IEnumerable<string> EveryWord() => Entries().SelectMany(entry => entry.Term.Split(' '));

    private static bool IsAdverb(string word) => word.EndsWith("ly", StringComparison.Ordinal);

    private static (EmotionTerm Term, int End)? Longest(Passage text, int at, Idiom[] idioms, (EmotionTerm Term, int End)? best)
    {
        var sentence = text.SentenceOf(at);
        foreach (var idiom in idioms)
        {
            var end = idiom.EndAt(text.Tokens, at, sentence.End);
            if (end > at && (best is null || end > best.Value.End))
            {
                best = (idiom.Term, end);
            }
        }

        return best;
    }

    private static IEnumerable<(EmotionFamily Family, int Intensity, string Term)> Entries()
    {
        using var reader = new StreamReader(typeof(EmotionLexicon).Assembly.GetManifestResourceStream("PracticeBot.Embedded.Emotions.emotions.tsv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var family, var intensity, _, var term])
            {
                yield return (Enum.Parse<EmotionFamily>(family, ignoreCase: true), int.Parse(intensity, CultureInfo.InvariantCulture), term.Trim());
            }
        }
    }

    private static Index Load()
    {
        var plain = Tables.WordsOf("feelings", "plain names");
        var ordinary = Listed("not feelings");
        var vague = Listed("vague");
        var shades = Shades();

        var terms = new Dictionary<string, EmotionTerm>(StringComparer.Ordinal);
        foreach (var (family, intensity, term) in Entries())
        {
            var families = ordinary.Contains(term) ? []
                : shades.TryGetValue(term, out var shade) ? [family, .. shade.Where(other => other != family)]
                : (EmotionFamily[])[family];
            if (!terms.TryGetValue(term, out var known))
            {
                terms[term] = Term(term, families, intensity);
            }
            else if (families.Length > 0)
            {
                terms[term] = known with { Families = [.. known.Families.Union(families)] };
            }
        }

        foreach (var (term, families) in shades)
        {
            terms.TryAdd(term, Term(term, families, PlainIntensity));
        }

        foreach (var term in ordinary)
        {
            terms[term] = Term(term, [], 0);
        }

        var words = new Dictionary<string, EmotionTerm>(StringComparer.Ordinal);
        var stems = new Dictionary<string, EmotionTerm>(StringComparer.Ordinal);
        var idioms = new Dictionary<string, List<Idiom>>(StringComparer.Ordinal);
        foreach (var term in terms.Values)
        {
            var parts = term.Text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(Contractions.Undo).Select(BritishSpelling.Of).ToArray();
            if (parts.Length == 1)
            {
                words[parts[0]] = term;
                if (term.IsPlainName && !IsAnotherWord(Stemmer.Stem(parts[0]), parts[0]))
                {
                    stems.TryAdd(Stemmer.Stem(parts[0]), term);
                }
            }
            else
            {
                var idiom = new Idiom(term, NoOne(parts));
                foreach (var key in idiom.Slots[0].Keys)
                {
                    if (!idioms.TryGetValue(key, out var list))
                    {
                        idioms[key] = list = [];
                    }

                    list.Add(idiom);
                }
            }
        }

        return new Index(
            words.ToFrozenDictionary(StringComparer.Ordinal),
            stems.ToFrozenDictionary(StringComparer.Ordinal),
            idioms.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));

        EmotionTerm Term(string text, IReadOnlyList<EmotionFamily> families, int intensity) =>
            new(text, families, intensity, text.Contains(' ', StringComparison.Ordinal), plain.Contains(text), vague.Contains(text));
    }

    private static Dictionary<string, EmotionFamily[]> Shades() => Tables.Lines("feelings", "shades")
        .Select(line => line.Split(" = "))
        .ToDictionary(
            parts => parts[0].Trim(),
            parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<EmotionFamily>(name, ignoreCase: true)).ToArray(),
            StringComparer.Ordinal);

    /// <summary>"longing" without its ending is another word, "long".</summary>
    private static bool IsAnotherWord(string stem, string word) =>
        word.EndsWith("ing", StringComparison.Ordinal) && (WordLists.Common.Contains(stem) || WordLists.Function.Contains(stem));

    /// <summary>"no one" is read as "nobody".</summary>
    private static string[] NoOne(string[] parts)
    {
        var joined = new List<string>();
        foreach (var part in parts)
        {
            if (part == "one" && joined.Count > 0 && joined[^1] == "no")
            {
                joined[^1] = "nobody";
            }
            else
            {
                joined.Add(part);
            }
        }

        return [.. joined];
    }

    private static FrozenSet<string> Listed(string section) => Tables.Lines("feelings", section)
        .SelectMany(line => line.Contains('|', StringComparison.Ordinal) ? line.Split('|', StringSplitOptions.TrimEntries) : line.Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    private sealed record Index(
        FrozenDictionary<string, EmotionTerm> Words,
        FrozenDictionary<string, EmotionTerm> WordStems,
        FrozenDictionary<string, Idiom[]> Idioms);

    /// <summary>A term of several words.</summary>
    private sealed class Idiom(EmotionTerm term, string[] words)
    {
        public EmotionTerm Term => term;

        public TermSlot[] Slots { get; } = [.. words.Select((word, index) => TermSlot.Of(word, index == 0))];

        /// <summary>The index after the idiom where it begins at <paramref name="start"/>, one filler let in at each place; -1 where it does not.</summary>
        public int EndAt(IReadOnlyList<Token> tokens, int start, int end)
        {
            var at = start;
            for (var slot = 0; slot < Slots.Length; slot++)
            {
                if (at >= end || (slot > 0 && tokens[at].Break >= Break.Strong))
                {
                    return -1;
                }

                var filled = Slots[slot].Fill(tokens, at, end);
                if (filled == 0 && slot > 0 && at + 1 < end && Fillers.Contains(tokens[at].Text))
                {
                    at++;
                    filled = Slots[slot].Fill(tokens, at, end);
                }

                if (filled == 0)
                {
                    return -1;
                }

                at += filled;
            }

            return at;
        }
    }
}
