using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>Words and turns of phrase that stand for one another, and the units of meaning that a text is made of.</summary>
internal static class Concepts
{
    private const double Usual = 1;
    private const double Slight = 0.4;

    /// <summary>The concepts of people and times: they are in every story.</summary>
    private static readonly FrozenSet<string> SlightWords = new[]
    {
        "people", "everyone", "other", "others", "anyone", "someone", "they", "family", "day", "time", "year", "week", "thing", "life", "person",
        "moment", "world", "way", "always", "never", "go", "want", "know", "think", "say", "tell", "try", "place", "work", "home", "still",
        "look", "see", "hear", "talk", "again", "start", "child", "son", "daughter", "wait", "keep", "give", "take", "whole", "every", "alway", "hard", "lot", "sens", "sense", "part",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of reflecting, not of what is reflected.</summary>
    private static readonly FrozenSet<string> Unsaying = new[]
    {
        "feel", "sound", "seem", "sense", "sens", "wonder", "guess", "imagin", "hear", "mayb", "perhap", "sort", "kind", "realli", "almost",
        "moment", "sorri", "thank", "okay", "yeah", "carri",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Function words that do say something in a story of trouble.</summary>
    private static readonly string[] KeptWords = ["everyone", "people", "others", "never", "always", "still", "again", "enough", "everything"];

    private static readonly Lazy<Table> All = new(Load);

    /// <summary>What the words of <paramref name="within"/> speak of.</summary>
    public static List<Unit> UnitsOf(Passage text, Span within)
    {
        var units = new List<Unit>();
        var covered = new bool[text.Tokens.Count];
        var table = All.Value;
        for (var at = within.First; at < within.End; at++)
        {
            table.Phrases.At(text, at, (concept, phrase, end) =>
            {
                if (end > within.End)
                {
                    return;
                }

                for (var token = at; token < end; token++)
                {
                    covered[token] |= phrase.Elements.Any(element => element.Fits(text.Tokens[token]));
                }

                var same = units.FindIndex(unit => unit.Span == new Span(at, end) && unit.Stem.Length == 0);
                if (same >= 0)
                {
                    units[same] = units[same] with { Concepts = [.. units[same].Concepts, concept] };
                }
                else
                {
                    units.Add(new Unit(new Span(at, end), string.Empty, [concept], Usual));
                }
            });
        }

        for (var at = within.First; at < within.End; at++)
        {
            var token = text.Tokens[at];
            if (IsContent(token))
            {
                var weight = covered[at] ? 0 : IsSlight(token) ? Slight : Usual;
                units.Add(new Unit(new Span(at, at + 1), token.Stem, table.Words.TryGetValue(token.Stem, out var concepts) ? concepts : [], weight));
            }
        }

        return units;
    }

    /// <summary>What a single word stands for; nothing where no set holds it.</summary>
    public static IReadOnlyList<int> OfWord(string stem) => All.Value.Words.TryGetValue(stem, out var concepts) ? concepts : [];

    /// <summary>A word that speaks of something.</summary>
    public static bool IsContent(Token token) =>
        token.Text.Length > 1 && (All.Value.Kept.Contains(token.Text) || !WordLists.Function.Contains(token.Text))
        && !WordLists.Openers.Contains(token.Text) && !WordLists.Negators.Contains(token.Text) && !Unsaying.Contains(token.Stem)
        && !(Fillers.Contains(token.Text) && !All.Value.Kept.Contains(token.Text));

    /// <summary>A word that is in every story.</summary>
    public static bool IsSlight(Token token) => SlightWords.Contains(token.Stem) || SlightWords.Contains(token.Text);

    private static Table Load()
    {
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var phrases = new List<(Phrase, int)>();
        var lines = Tables.Lines("concepts", "concepts");
        for (var concept = 0; concept < lines.Count; concept++)
        {
            foreach (var member in lines[concept].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (member.Contains(' ', StringComparison.Ordinal))
                {
                    phrases.Add((Tables.Parse(AnyInflection(member)), concept));
                    continue;
                }

                var stem = Stemmer.Stem(member.TrimEnd('~'));
                if (!words.TryGetValue(stem, out var concepts))
                {
                    words[stem] = concepts = [];
                }

                if (!concepts.Contains(concept))
                {
                    concepts.Add(concept);
                }
            }
        }

        return new Table(
            words.ToFrozenDictionary(pair => pair.Key, pair => (IReadOnlyList<int>)pair.Value, StringComparer.Ordinal),
            new PhraseIndex<int>(phrases),
            KeptWords.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Content words of a member stand in any inflection.</summary>
    private static string AnyInflection(string member) => string.Join(' ', member.Split(' ').Select(part =>
        part.Contains('|', StringComparison.Ordinal) || part.Contains('*', StringComparison.Ordinal) || part.EndsWith('~')
            || WordLists.Function.Contains(part) || WordLists.Negators.Contains(part) ? part : part + "~"));

    private sealed record Table(FrozenDictionary<string, IReadOnlyList<int>> Words, PhraseIndex<int> Phrases, FrozenSet<string> Kept);
}
