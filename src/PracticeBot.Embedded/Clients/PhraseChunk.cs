using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>A part of a clause that might make sense by itself.</summary>
/// <param name="Kind">What the words before it announced it as.</param>
/// <param name="Lower">The learner's words, in lower case.</param>
/// <param name="Flipped">The same words turned round to the client's mouth.</param>
/// <param name="HasSubject">It still holds the "you feel" or "you're" that it opened with.</param>
/// <param name="IsCut">Something that belonged to it was cut off.</param>
internal sealed record PhraseChunk(OpeningKind Kind, string[] Lower, List<string> Flipped, bool HasSubject, bool IsCut = false)
{
    /// <summary>Words in the longest phrase that is taken up.</summary>
    public const int Most = 7;

    /// <summary>What hangs on at the end of a clause and means little.</summary>
    private static readonly FrozenSet<string> Trailing = Words.Set("then though maybe perhaps please really huh eh either somehow too");

    /// <summary>Words that a statement begins with.</summary>
    public static readonly FrozenSet<string> Subjects = Words.Set(
        "you he she they it nobody everyone everybody no nothing everything people your the that this all never always still not his her their",
        "you're you've you'd you'll he's she's they're it's it'll he'd she'd they'd they've nobody's everyone's everything's that's there's",
        "dad mum mom don't at none only part time so every lots plenty other");

    /// <summary>Words that say how sure the learner is, not what she feels.</summary>
    private static readonly FrozenSet<string> Adverbs = Words.Set("clearly obviously probably definitely simply maybe perhaps");

    private static readonly FrozenSet<string> Pronouns = Words.Set("you you're you've you'd he she they it nobody");

    private static readonly FrozenSet<string> Imperatives = Words.Set(
        "take talk tell ask call write make go get give let stop start remember think focus breathe practise practice see join rest find look",
        "keep put do don't be ring speak cut set use sleep eat drink walk try read forgive accept change leave move say");

    /// <summary>Words that "to" completes: nothing ends before it.</summary>
    private static readonly FrozenSet<string> TakeTo = Words.Set(
        "want wants wanted need needs needed have has had try tries tried trying going used able like supposed wanting needing got ought start",
        "started begin began mean meant seem seems learn learned learning starting beginning ready hard easy afraid scared having");

    /// <summary>True where a statement that begins so is the learner's about themself.</summary>
    public static bool IsOfLearner(string word) => word is "i" or "i've" or "i'd" or "i'm" or "my" or "we" or "we've";

    /// <summary>The chunks of a clause: what follows its opening, the whole of it, and the parts of what is too long.</summary>
    public static IEnumerable<PhraseChunk> Of(Clause clause, PhraseWish wish, PreparedPersona persona)
    {
        var words = WithoutVocative(clause.Words, Words.Lower(persona.Persona.Name));
        var lower = words.Select(Words.Lower).ToArray();
        var flipped = PersonFlip.Flip(words);
        var kind = OpeningKind.None;
        var at = 0;
        while (Opening.At(lower, at) is { Length: > 0 } opening && at + opening.Length < lower.Length
            && (opening.Kind != OpeningKind.Aside || (kind == OpeningKind.None && !(lower[at] == "so" && Words.IsContent(lower[at + 1])))))
        {
            if (!clause.Asks && !Adverbs.Contains(lower[at + opening.Length]) && HoldsSubject(opening.Kind, lower[at], lower[at + 1]))
            {
                var wholeKind = opening.Kind == OpeningKind.Advise ? OpeningKind.None : kind is OpeningKind.Reassure ? kind : opening.Kind;
                foreach (var chunk in Parts(new PhraseChunk(wholeKind, lower[at..], flipped[at..], HasSubject: true)))
                {
                    yield return chunk;
                }
            }

            kind = Then(kind, opening.Kind);
            at += opening.Length;
        }

        while (kind != OpeningKind.None && at < lower.Length - 1 && (lower[at] is "like" or "that" or "just" || Adverbs.Contains(lower[at])))
        {
            at++;
        }

        while (at < lower.Length - 2 && lower[at] is "still" or "yet" or "even" && Pronouns.Contains(lower[at + 1]))
        {
            at++;
        }

        if (kind is OpeningKind.None or OpeningKind.Reflect && wish.IsForAdvice && Imperatives.Contains(lower[at]))
        {
            kind = OpeningKind.Advise;
        }

        if (kind == OpeningKind.None && (clause.Asks || !(wish.IsOfLearner ? IsOfLearner(lower[at]) : IsStatement(lower, at, persona.Names))))
        {
            yield break;
        }

        foreach (var chunk in Parts(new PhraseChunk(kind, lower[at..], flipped[at..], HasSubject: false)))
        {
            yield return chunk;
        }
    }

    /// <summary>"You feel" and "you're" can be said of oneself; "you must be" and "you seem" cannot.</summary>
    private static bool HoldsSubject(OpeningKind kind, string first, string second) =>
        kind is OpeningKind.Feel or OpeningKind.Be or OpeningKind.Advise
        && first is "you" or "you're" or "you've" or "it" or "that" or "part" or "a"
        && !(kind == OpeningKind.Feel && second is "must" or "might" or "may" or "could" or "seem" or "sound" or "look");

    private static OpeningKind Then(OpeningKind before, OpeningKind next) => next switch
    {
        OpeningKind.Aside => before,
        OpeningKind.Hedge => before == OpeningKind.None ? OpeningKind.Reflect : before,
        OpeningKind.Be or OpeningKind.Reflect when before is OpeningKind.Feel or OpeningKind.Advise or OpeningKind.Reassure => before,
        _ => next,
    };

    /// <summary>The chunk itself where it is short enough, else the meaningful parts of it.</summary>
    private static IEnumerable<PhraseChunk> Parts(PhraseChunk chunk)
    {
        if (chunk.Lower.Length <= Most)
        {
            yield return chunk;
        }

        for (var at = 1; at < chunk.Lower.Length - 1; at++)
        {
            var (left, right) = Cut(chunk, at);
            var isLossy = chunk.Lower[at] is not ("and" or "but" or "because" or "like" or "instead");
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
    private static (bool Left, int Right) Cut(PhraseChunk chunk, int at)
    {
        var lower = chunk.Lower;
        var next = lower[at + 1];
        return lower[at] switch
        {
            "and" or "but" or "because" => (true, at + 1),
            "instead" or "before" or "without" or "rather" when at > 2 => (true, -1),
            "like" when next is "you" or "you're" or "they" or "he" or "she" or "it" or "it's" && at > 2 => (true, at + 1),
            "as" when next is "if" or "though" && at > 2 => (true, -1),
            "that" => (false, Subjects.Contains(next) ? at + 1 : -1),
            "when" or "if" or "while" or "since" or "even" or "so" when at > 2 => (lower[at] != "so" || Subjects.Contains(next), -1),
            "of" or "about" or "with" or "by" or "for" or "from" when IsGerund(next) => (false, at + 1),
            "of" => (at > 1 && chunk.Kind == OpeningKind.Advise, -1),
            "to" when chunk.Kind != OpeningKind.Advise && (TakeTo.Contains(lower[at - 1]) || at == 1) => (false, at + 1),
            "to" => (at > 2 && !TakeTo.Contains(lower[at - 1]) && Words.IsTelling(lower[at - 1]), -1),
            "be" => (false, chunk.Kind is not (OpeningKind.None or OpeningKind.Advise) && Words.IsTelling(next) ? at + 1 : -1),
            "on" or "at" or "in" or "with" or "after" or "before" or "around" when at > 3 && Words.IsTelling(lower[at - 1]) =>
                (chunk.Kind != OpeningKind.None, -1),
            "a" or "an" or "your" or "no" or "all" when Words.IsContent(lower[at - 1]) && !IsGerund(lower[at - 1]) => (false, at),
            "so" when next == "much" => (false, at),
            _ => (false, -1),
        };
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
        while (end - start > 1 && Words.Lower(words[end - 1]) is var last && (last == name
            || (Trailing.Contains(last) && !(last == "then" && Words.Lower(words[end - 2]) is "just" or "back" or "until"))
            || (last == "now" && Words.Lower(words[end - 2]) is not ("right" or "by" or "until" or "just"))))
        {
            end--;
        }

        return [.. words.Take(end).Skip(start)];
    }

    private PhraseChunk Part(int from, int to, bool isLossy) =>
        this with { Lower = Lower[from..to], Flipped = Flipped[from..to], IsCut = isLossy, HasSubject = HasSubject && from == 0 };
}
