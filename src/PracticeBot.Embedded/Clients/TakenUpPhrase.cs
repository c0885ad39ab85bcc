using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>
/// The learner's own phrase, turned round to the client's mouth: 2 to 7 words that make sense by themselves. Where there is
/// doubt there is none.
/// </summary>
internal static class TakenUpPhrase
{
    private const int Fewest = 2;
    private const int Most = 7;

    /// <summary>Less merit than this, and a plain line serves better.</summary>
    private const double Enough = 1.7;

    private static readonly FrozenSet<string> Unspeakable = Words.Set([.. ClientResources.Lines("unspeakable.txt")]);

    private static readonly FrozenSet<string> BadStarts = Words.Set(
        "and but or nor so because if when while since until unless although though as than whether which who whom whose of for about to",
        "by from with into then is are am was were do does did has have had will would could should be been please even hear say said also differently");

    private static readonly FrozenSet<string> BadEnds = Words.Set(
        "and but or nor because if when while since until unless although though as than whether which who whom whose of for to by from",
        "with into at about the a an my your his their our this's is are am was were be been do does did has have had will would can could",
        "should might must may i he she we they i'm you're he's she's it's they're we're very really so just even like how what where why no not",
        "such quite other another each every much many being having i've i'd i'll you've you'd you'll don't doesn't didn't won't can't isn't aren't wasn't because");

    private static readonly FrozenSet<string> StrandedEnds = Words.Set("of for to with at about is are was were from by am like");

    private static readonly FrozenSet<string> Stranding = Words.Set("what how who everything something nothing anything all someone nobody everyone");

    private static readonly FrozenSet<string> Trailing = Words.Set("then though maybe perhaps please really huh eh either somehow too");

    private static readonly FrozenSet<string> Subjects = Words.Set(
        "you he she they it nobody everyone everybody no nothing everything people your the that this all never always still not his her their",
        "you're you've you'd you'll he's she's they're it's it'll he'd she'd they'd they've nobody's everyone's everything's that's there's",
        "dad mum mom don't at there's none only part time so");

    private static readonly FrozenSet<string> Imperatives = Words.Set(
        "take talk tell ask call write make go get give let stop start remember think focus breathe practise practice see join rest find look",
        "keep put do don't be ring speak cut set use sleep eat drink walk try read forgive accept change leave move say");

    private static readonly FrozenSet<string> Learner = Words.Set("i i'm i've i'd i'll me my mine myself we we're we've us our let's");

    private static readonly FrozenSet<string> TakeTo = Words.Set(
        "want wants wanted need needs needed have has had try tries tried trying going used able like supposed wanting needing got ought start",
        "started begin began mean meant seem seems learn learned learning starting beginning ready hard easy afraid scared having");

    private static readonly FrozenSet<string> Plurals = Words.Set("guys both all two folks");

    /// <param name="clauses">The clauses of the reply.</param>
    /// <param name="wish">What of it to take up.</param>
    /// <param name="persona">Who takes it up.</param>
    /// <param name="layer">The layer that she speaks from; nothing of a deeper one is taken up.</param>
    /// <param name="lines">Her lines so far: what she said or took up before is not taken up again.</param>
    public static string? From(IReadOnlyList<Clause> clauses, PhraseWish wish, PreparedPersona persona, int layer, IReadOnlyList<string> lines)
    {
        string? best = null;
        var most = Enough;
        foreach (var clause in clauses)
        {
            if (QuestionFocus.Of(Words.Lower(string.Join(' ', clause.Words))).Meets(Focus.Risk))
            {
                continue;
            }

            foreach (var chunk in Chunks(clause, wish, persona))
            {
                if (Merit(chunk, clause, wish, persona, layer) is { } merit && merit >= most
                    && Text(chunk.Flipped, persona.Names) is var text && !lines.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase)))
                {
                    (best, most) = (text, merit);
                }
            }
        }

        return best;
    }

    private static IEnumerable<Chunk> Chunks(Clause clause, PhraseWish wish, PreparedPersona persona)
    {
        var words = WithoutVocative(clause.Words, Words.Lower(persona.Persona.Name));
        var lower = words.Select(Words.Lower).ToArray();
        var flipped = PersonFlip.Flip(words);
        var kind = OpeningKind.None;
        var at = 0;
        while (Opening.At(lower, at) is { Length: > 0 } opening && at + opening.Length < lower.Length
            && (opening.Kind != OpeningKind.Aside || (kind == OpeningKind.None && !(lower[at] == "so" && Words.IsContent(lower[at + 1])))))
        {
            var whole = opening.Kind is OpeningKind.Feel or OpeningKind.Be or OpeningKind.Advise && lower[at] is "you" or "you're" or "you've"
                or "it" or "that" or "part" or "a";
            if (whole && !clause.Asks)
            {
                var wholeKind = opening.Kind == OpeningKind.Advise ? OpeningKind.None : kind is OpeningKind.Reassure ? kind : opening.Kind;
                foreach (var chunk in Whole(new Chunk(wholeKind, lower[at..], flipped[at..], IsWhole: true)))
                {
                    yield return chunk;
                }
            }

            kind = Then(kind, opening.Kind);
            at += opening.Length;
        }

        while (kind != OpeningKind.None && at < lower.Length - 1 && lower[at] is "like" or "that" or "just")
        {
            at++;
        }

        if (kind is OpeningKind.None or OpeningKind.Reflect && wish.IsForAdvice && Imperatives.Contains(lower[at]))
        {
            kind = OpeningKind.Advise;
        }

        if (kind == OpeningKind.None && (clause.Asks || !IsStatement(lower, at, persona.Names)))
        {
            yield break;
        }

        foreach (var chunk in Whole(new Chunk(kind, lower[at..], flipped[at..], IsWhole: false)))
        {
            yield return chunk;
        }
    }

    private static OpeningKind Then(OpeningKind before, OpeningKind next) => next switch
    {
        OpeningKind.Aside => before,
        OpeningKind.Hedge => before == OpeningKind.None ? OpeningKind.Reflect : before,
        OpeningKind.Be or OpeningKind.Reflect when before is OpeningKind.Feel or OpeningKind.Advise or OpeningKind.Reassure => before,
        _ => next,
    };

    /// <summary>The chunk itself where it is short enough, else the meaningful parts of it.</summary>
    private static IEnumerable<Chunk> Whole(Chunk chunk)
    {
        if (chunk.Lower.Length <= Most)
        {
            yield return chunk;
        }

        for (var at = 1; at < chunk.Lower.Length - 1; at++)
        {
            var (left, right) = Cut(chunk, at);
            var isLossy = chunk.Lower[at] is not ("and" or "but" or "because");
            if (left && at <= Most)
            {
                yield return chunk.Part(0, at, isLossy);
            }

            if (right >= 0 && chunk.Lower.Length - right <= Most)
            {
                yield return chunk.Part(right, chunk.Lower.Length, isLossy);
            }
        }
    }

    /// <summary>Whether what stands before a word is whole by itself, and where what can stand alone after it begins (-1: nowhere).</summary>
    private static (bool Left, int Right) Cut(Chunk chunk, int at)
    {
        var lower = chunk.Lower;
        var next = lower[at + 1];
        return lower[at] switch
        {
            "and" or "but" or "because" => (true, at + 1),
            "that" => (false, Subjects.Contains(next) ? at + 1 : -1),
            "when" or "if" or "while" or "since" or "even" or "so" when at > 2 => (lower[at] != "so" || Subjects.Contains(next), -1),
            "of" or "about" or "with" or "by" or "for" or "from" when IsGerund(next) => (false, at + 1),
            "of" => (at > 1 && chunk.Kind == OpeningKind.Advise, -1),
            "to" => (at > 2 && !TakeTo.Contains(lower[at - 1]) && Words.IsTelling(lower[at - 1]), chunk.Kind != OpeningKind.Advise && (TakeTo.Contains(lower[at - 1]) || at == 1) ? at + 1 : -1),
            "be" => (false, chunk.Kind is not (OpeningKind.None or OpeningKind.Advise) && Words.IsTelling(next) ? at + 1 : -1),
            "on" or "at" or "in" or "with" or "after" or "before" or "around" when at > 3 && Words.IsTelling(lower[at - 1]) =>
                (chunk.Kind != OpeningKind.None, -1),
            "a" or "an" or "your" or "no" or "all" when Words.IsContent(lower[at - 1]) && !IsGerund(lower[at - 1]) => (false, at),
            "so" when next == "much" => (false, at),
            _ => (false, -1),
        };
    }

    private static double? Merit(Chunk chunk, Clause clause, PhraseWish wish, PreparedPersona persona, int layer)
    {
        var words = chunk.Lower;
        if (words.Length is < Fewest or > Most || !wish.Allowed.Contains(chunk.Kind) || !IsSpeakable(chunk, persona.Names))
        {
            return null;
        }

        var text = string.Join(' ', chunk.Flipped);
        var sequence = Words.Sequence(string.Join(' ', words));
        if (persona.Hidden.AreIn(sequence, layer) || persona.Hidden.AreIn(Words.Sequence(text), layer))
        {
            return null;
        }

        var telling = words.Count(Words.IsTelling);
        var meets = persona.Meets(sequence, layer);
        var isPlainComfort = wish.IsForComfort && !chunk.IsCut && words.Length > 2;
        var isPlainAdvice = wish.IsForAdvice && Array.Exists(words, Words.IsContent);
        if (telling == 0 && !meets && !isPlainComfort && !isPlainAdvice)
        {
            return null;
        }

        return (wish.Preferred.Contains(chunk.Kind) ? 1.5 : 0.8)
            + (0.4 * Math.Min(3, telling))
            + (meets ? 1 : 0)
            + (words.Length is >= 3 and <= 6 ? 0.3 : 0)
            + (0.3 * clause.Place)
            - (chunk.IsCut ? 0.5 : 0)
            - (IsTwo(words) ? 0.7 : 0)
            + (!chunk.IsWhole || chunk.Kind is OpeningKind.None ? 0 : wish.IsForComfort ? 0.3 : -0.2)
            - ((chunk.IsCut ? clause.Words.Select(Words.Lower) : words).Any(Learner.Contains) ? 1.5 : 0);
    }

    private static bool IsSpeakable(Chunk chunk, IReadOnlyDictionary<string, string> names)
    {
        var flipped = chunk.Flipped.Select(Words.Lower).ToArray();
        var first = flipped[0];
        var last = flipped[^1];
        var isStranded = StrandedEnds.Contains(last) && Array.Exists(flipped, Stranding.Contains) && flipped.Length > 3;
        return !BadStarts.Contains(first)
            && !(flipped is [_, "hard" or "tough" or "difficult" or "rough" or "bad" or "sad"] && !Words.IsContent(first))
            && (isStranded || !BadEnds.Contains(last))
            && !(chunk.IsCut && last == "that")
            && !(first == "that" && Subjects.Contains(flipped[1]))
            && !Array.Exists(chunk.Lower, word => Unspeakable.Contains(word) && !names.ContainsKey(word))
            && !chunk.Lower.Where((word, at) => at > 0 && Plurals.Contains(word) && chunk.Lower[at - 1] == "you").Any();
    }

    /// <summary>Two statements joined: one of them says more.</summary>
    private static bool IsTwo(string[] words)
    {
        var joint = Array.FindIndex(words, 1, word => word is "and" or "but");
        return joint > 0 && joint + 1 < words.Length && words[joint + 1] is "i" or "you" or "he" or "she" or "they" or "it" or "it's" or "you're";
    }

    private static bool IsStatement(string[] lower, int at, IReadOnlyDictionary<string, string> names) =>
        lower.Length - at > (lower[at] == "so" ? 1 : 2)
        && (Subjects.Contains(lower[at])
            || ((names.ContainsKey(lower[at]) || IsGerund(lower[at])) && lower.Skip(at).Any(word => !Words.IsContent(word))));

    private static bool IsGerund(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && word is not ("nothing" or "anything" or "something" or "everything" or "during");

    /// <summary>Without the client's name at either end, which only calls her, and without a trailing "then" or "too".</summary>
    private static IReadOnlyList<string> WithoutVocative(IReadOnlyList<string> words, string name)
    {
        var start = words.Count > 1 && Words.Lower(words[0]) == name ? 1 : 0;
        var end = words.Count;
        while (end - start > 1 && Words.Lower(words[end - 1]) is var last && (last == name || Trailing.Contains(last)))
        {
            end--;
        }

        return [.. words.Take(end).Skip(start)];
    }

    private static string Text(IEnumerable<string> words, IReadOnlyDictionary<string, string> names) =>
        string.Join(' ', words.Select((word, at) => Cased(word, at, names)));

    private static string Cased(string word, int at, IReadOnlyDictionary<string, string> names)
    {
        var lower = Words.Lower(word);
        if (lower is "i" || lower.StartsWith("i'", StringComparison.Ordinal))
        {
            return 'I' + word[1..];
        }

        var apostrophe = lower.IndexOf('\'', StringComparison.Ordinal);
        var head = apostrophe > 0 ? lower[..apostrophe] : lower;
        if (names.TryGetValue(head, out var name))
        {
            return name + lower[head.Length..];
        }

        var isName = at > 0 && word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]);
        return isName ? word : lower;
    }

    private sealed record Chunk(OpeningKind Kind, string[] Lower, List<string> Flipped, bool IsWhole, bool IsCut = false)
    {
        public Chunk Part(int from, int to, bool isLossy) =>
            this with { Lower = Lower[from..to], Flipped = Flipped[from..to], IsCut = isLossy, IsWhole = IsWhole && from == 0 };
    }
}
