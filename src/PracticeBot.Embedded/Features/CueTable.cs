using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Features;

/// <summary>A turn of phrase found in a text.</summary>
/// <param name="Cue">Which cue; an index into <see cref="CueTable.Cues"/>.</param>
internal readonly record struct CueHit(int Cue, Span Span);

/// <summary>What a cue is called and what it shows.</summary>
internal sealed record Cue(string Name, string About);

/// <summary>Every cue and every class of words, found together in one pass over a text.</summary>
internal static class CueTable
{
    /// <summary>Sections of the assessor's own tables that serve as cues too.</summary>
    private static readonly (string Name, string Table, string Section, string About)[] Shared =
    [
        ("advice", "advice", "advice", "Advice, said or asked."),
        ("permission", "advice", "permission", "Asks leave before telling or advising."),
        ("information", "advice", "information", "Teaches."),
        ("dismissal", "breaches", "dismissal", "Makes small what the other goes through."),
        ("judgement", "breaches", "judgement", "Judges the other."),
        ("false reassurance", "breaches", "false reassurance", "Promises that all will be well."),
        ("instruction", "breaches", "instruction", "Tells the other what to feel."),
        ("diagnosis", "breaches", "diagnosis", "Names a disorder for the other."),
        ("self focus", "breaches", "self focus", "Turns to the helper's own story."),
        ("cliche", "tone", "cliche", "A saying worn thin."),
        ("jargon", "tone", "jargon", "Words of the trade."),
        ("stems", "moves", "stems", "A reflection stem."),
        ("hedges", "moves", "hedges", "A hedge."),
        ("checks", "moves", "checks", "Asks whether what was offered is right."),
        ("open question", "moves", "open questions", "How an open question begins."),
        ("concern question", "moves", "concern questions", "What an open question about the concern asks."),
        ("encouragers", "moves", "encouragers", "A nudge to go on."),
        ("greeting", "moves", "greeting", "A greeting."),
        ("contracting", "moves", "contracting", "Says what the talk is and is not."),
        ("risk", "moves", "risk", "Asks about danger to life."),
        ("closing", "moves", "closing", "Closes the talk."),
        ("thanks", "moves", "thanks", "Thanks for what was told."),
        ("affirmation", "moves", "affirmation", "Names the other's strength."),
        ("validation", "moves", "validation", "Says that the feeling makes sense or is hard."),
        ("bracketing", "moves", "bracketing", "Sets the helper's own wish aside."),
        ("stay offers", "moves", "stay offers", "Holds room."),
        ("summary", "moves", "summary", "Draws things together."),
        ("self disclosure", "moves", "self disclosure", "Speaks of the helper."),
        ("goes beneath", "reflection", "goes beneath", "Goes beneath the words: likening, inner voice, what is unsaid."),
        ("other self focus", "breaches", "other self focus", "The helper's own reaction takes the room."),
    ];

    private static readonly Lazy<Index> Loaded = new(Load);

    /// <summary>The cues of phrases, then the classes of words.</summary>
    public static IReadOnlyList<Cue> Cues => Loaded.Value.Cues;

    /// <summary>How many of <see cref="Cues"/> are phrases; the classes of words follow.</summary>
    public static int Phrases => Loaded.Value.PhraseCount;

    /// <exception cref="ArgumentException">There is no such cue.</exception>
    public static int IndexOf(string name)
    {
        var at = Cues.ToList().FindIndex(cue => cue.Name == name);
        return at >= 0 ? at : throw new ArgumentException($"There is no cue \"{name}\".", nameof(name));
    }

    /// <summary>Every cue in a text, by place; of one cue only the longest at a place, and none that overlaps the one before.</summary>
    public static List<CueHit> Find(Passage text)
    {
        var index = Loaded.Value;
        var found = new List<CueHit>(text.Tokens.Count * 3);
        Span<int> free = stackalloc int[index.PhraseCount];
        Span<int> longest = stackalloc int[index.PhraseCount];
        longest.Clear();
        free.Clear();
        var touched = new List<int>(16);
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            foreach (var (phrase, cue) in index.Phrases.StartingWith(text.Tokens[at]))
            {
                if (free[cue] > at)
                {
                    continue;
                }

                var end = phrase.EndAt(text, at);
                if (end > at && end > longest[cue])
                {
                    if (longest[cue] == 0)
                    {
                        touched.Add(cue);
                    }

                    longest[cue] = end;
                }
            }

            foreach (var cue in touched)
            {
                found.Add(new CueHit(cue, new Span(at, longest[cue])));
                free[cue] = longest[cue];
                longest[cue] = 0;
            }

            touched.Clear();
            AddClasses(index, text, at, found);
        }

        return found;
    }

    /// <summary>The classes of words in a text, by place.</summary>
    public static List<CueHit> FindClasses(Passage text)
    {
        var index = Loaded.Value;
        var found = new List<CueHit>(text.Tokens.Count);
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            AddClasses(index, text, at, found);
        }

        return found;
    }

    private static void AddClasses(Index index, Passage text, int at, List<CueHit> found)
    {
        if (index.Words.TryGetValue(text.Tokens[at].Stem, out var classes))
        {
            foreach (var one in classes)
            {
                found.Add(new CueHit(one, new Span(at, at + 1)));
            }
        }
    }

    private static Index Load()
    {
        var cues = new List<Cue>();
        var phrases = new List<(Phrase, int)>();
        foreach (var (name, table, section, about) in Shared)
        {
            phrases.AddRange(Tables.Lines(table, section).Select(line => (Tables.Parse(line), cues.Count)));
            cues.Add(new Cue(name, about));
        }

        foreach (var (name, about, lines) in Sections("cues.txt"))
        {
            phrases.AddRange(lines.Select(line => (Tables.Parse(line), cues.Count)));
            cues.Add(new Cue(name, about));
        }

        var phraseCount = cues.Count;
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (name, about, lines) in Sections("classes.txt"))
        {
            foreach (var stem in lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Stemmer.Stem).Distinct(StringComparer.Ordinal))
            {
                if (!words.TryGetValue(stem, out var classes))
                {
                    words[stem] = classes = [];
                }

                classes.Add(cues.Count);
            }

            cues.Add(new Cue("about " + name, about));
        }

        return new Index(cues, phraseCount, new PhraseIndex<int>(phrases), words.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));
    }

    private static List<(string Name, string About, List<string> Lines)> Sections(string file)
    {
        using var reader = new StreamReader(typeof(CueTable).Assembly.GetManifestResourceStream("PracticeBot.Embedded.Features." + file)!);
        var sections = new List<(string Name, string About, List<string> Lines)>();
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.StartsWith("[[", StringComparison.Ordinal))
            {
                sections.Add((line[2..^2], string.Empty, []));
            }
            else if (line.StartsWith('#') && sections.Count > 0 && sections[^1].About.Length == 0)
            {
                sections[^1] = sections[^1] with { About = line[1..].Trim() };
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                sections[^1].Lines.Add(line);
            }
        }

        return sections;
    }

    private sealed record Index(IReadOnlyList<Cue> Cues, int PhraseCount, PhraseIndex<int> Phrases, FrozenDictionary<string, int[]> Words);
}
