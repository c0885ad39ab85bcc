using System.Collections.Frozen;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Clients;

/// <summary>
/// The learner's own phrase, turned round to the client's mouth: 2 to 7 words that make sense by themselves. Where there is
/// doubt there is none.
/// </summary>
internal static class TakenUpPhrase
{
    /// <summary>A single word is taken up only where it names a feeling.</summary>
    private const int Fewest = 2;

    /// <summary>"I feel sad" says no more than "sad".</summary>
    private const int ShortFeeling = 3;

    /// <summary>Less merit than this, and a plain line serves better.</summary>
    private const double Enough = 1.4;

    /// <summary>A part of something needs more: one doubts whether it stands alone.</summary>
    private const double EnoughForPart = 1.7;

    private static readonly FrozenSet<string> Unspeakable = Words.Set([.. ClientResources.Lines("unspeakable.txt")]);

    private static readonly FrozenSet<string> BadStarts = Words.Set(
        "and but or nor so because if when while since until unless although though as than whether which who whom whose of for about to",
        "by from with into then is are am was were do does did has have had will would could should be been please even hear say said also differently");

    private static readonly FrozenSet<string> BadEnds = Words.Set(
        "and but or nor because if when while since until unless although though as than whether which who whom whose of for to by from",
        "with into at about the a an my your his their our is are am was were be been do does did has have had will would can could",
        "should might must may i he she we they i'm you're he's she's it's they're we're very really so just even like how what where why no not",
        "such quite other another each every much many being having i've i'd i'll you've you'd you'll don't doesn't didn't won't can't isn't aren't wasn't");

    private static readonly FrozenSet<string> StrandedEnds = Words.Set("of for to with at about is are was were from by am like");

    private static readonly FrozenSet<string> Stranding = Words.Set("what how who everything something nothing anything all someone nobody everyone");

    private static readonly FrozenSet<string> Learner = Words.Set("i i'm i've i'd i'll me my mine myself we we're we've us our let's");

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
            if (QuestionFocus.IsOfRisk(Words.Lower(string.Join(' ', clause.Words))))
            {
                continue;
            }

            foreach (var chunk in PhraseChunk.Of(clause, wish, persona))
            {
                if (Merit(chunk, clause, wish, persona, layer) is { } merit && merit >= most && (!chunk.IsCut || merit >= EnoughForPart)
                    && Text(chunk.Flipped, persona.Names) is var text && !lines.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase)))
                {
                    (best, most) = (text, merit);
                }
            }
        }

        return best;
    }

    private static double? Merit(PhraseChunk chunk, Clause clause, PhraseWish wish, PreparedPersona persona, int layer)
    {
        var words = chunk.Lower;
        if (words.Length > PhraseChunk.Most || (words.Length < Fewest && !IsFeeling(chunk)) || !wish.Allowed.Contains(chunk.Kind) || !IsSpeakable(chunk, persona.Names))
        {
            return null;
        }

        var sequence = Words.Sequence(string.Join(' ', words));
        var telling = words.Count(Words.IsTelling);
        var meets = persona.Meets(sequence, layer);
        var isPlainComfort = wish.IsForComfort && !chunk.IsCut && words.Length > 2;
        var isPlainAdvice = wish.IsForAdvice && Array.Exists(words, Words.IsContent);
        var isPlainOwn = wish.IsOfLearner && words.Length > 2 && Array.Exists(words, Words.IsContent);
        if (telling == 0 && !meets && !isPlainComfort && !isPlainAdvice && !isPlainOwn)
        {
            return null;
        }

        if (persona.Hidden.AreIn(sequence, layer) || persona.Hidden.AreIn(Words.Sequence(string.Join(' ', chunk.Flipped)), layer))
        {
            return null;
        }

        if (wish.IsOfLearner && !PhraseChunk.IsOfLearner(words[0]))
        {
            return null;
        }

        var isOfLearner = !wish.IsOfLearner && (chunk.IsCut ? clause.Words.Select(Words.Lower) : words).Any(Learner.Contains);
        var subject = !chunk.HasSubject || chunk.Kind is OpeningKind.None ? 0 : wish.IsForComfort ? Weight.Promise
            : chunk.Kind == OpeningKind.Feel && words.Length <= ShortFeeling ? Weight.BareSubject : Weight.Subject;
        return (wish.Preferred.Contains(chunk.Kind) ? Weight.Preferred : Weight.Allowed)
            + (Weight.Telling * Math.Min(Weight.MostTelling, telling))
            + (meets ? Weight.Meets : 0)
            + (words.Length is >= 3 and <= 6 ? Weight.Length : 0)
            + (Weight.Place * clause.Place)
            + (chunk.IsCut ? Weight.Cut : 0)
            + (words[^1] == "wrong" ? Weight.Bare : 0)
            + (wish.IsOfLearner ? Weight.Owned : 0)
            + (IsTwo(words) ? Weight.Two : 0)
            + subject
            + (words.Length < Fewest ? Weight.Bare : 0)
            + (isOfLearner ? Weight.Learner : 0);
    }

    /// <summary>The name of a feeling by itself: "annoyed".</summary>
    private static bool IsFeeling(PhraseChunk chunk) =>
        (chunk.Kind == OpeningKind.Feel && Words.IsTelling(chunk.Lower[0]))
        || (chunk.Kind is OpeningKind.Be or OpeningKind.Reflect && EmotionLexicon.LongestAt(Passage.Read(chunk.Lower[0], speller: null), 0) is not null);

    private static bool IsSpeakable(PhraseChunk chunk, IReadOnlyDictionary<string, string> names)
    {
        var flipped = chunk.Flipped.Select(Words.Lower).ToArray();
        var first = flipped[0];
        var last = flipped[^1];
        var isStranded = StrandedEnds.Contains(last) && Array.Exists(flipped, Stranding.Contains) && flipped.Length > 3;
        return !BadStarts.Contains(first)
            && !(flipped is ["that" or "it" or "this", "must" or "might" or "may" or "could" or "would" or "sounds" or "seems", ..])
            && !(flipped is [_, "wrong" or "better" or "worse"] && !Words.IsContent(first))
            && !(flipped is [_, "hard" or "tough" or "difficult" or "rough" or "bad" or "sad"] && !Words.IsContent(first))
            && (isStranded || flipped is [.., "to", "do"] || !BadEnds.Contains(last))
            && !(chunk.IsCut && last == "that")
            && !(first == "that" && flipped.Length > 1 && PhraseChunk.Subjects.Contains(flipped[1]))
            && !Array.Exists(chunk.Lower, word => Unspeakable.Contains(word) && !names.ContainsKey(word))
            && !chunk.Lower.Where((word, at) => at > 0 && Plurals.Contains(word) && chunk.Lower[at - 1] == "you").Any();
    }

    /// <summary>Two statements joined: one of them says more.</summary>
    private static bool IsTwo(string[] words)
    {
        var joint = Array.FindIndex(words, 1, word => word is "and" or "but");
        return joint > 0 && joint + 1 < words.Length && words[joint + 1] is "i" or "you" or "he" or "she" or "they" or "it" or "it's" or "you're";
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

    /// <summary>What counts for and against a phrase, set by reading what came of some four hundred replies.</summary>
    private static class Weight
    {
        /// <summary>What the reaction is about, the feeling of a reflection or the advice of an advice; against what may also be taken up.</summary>
        public const double Preferred = 1.5;
        public const double Allowed = 0.8;

        /// <summary>Each word that tells something, three of them at most.</summary>
        public const double Telling = 0.4;
        public const int MostTelling = 3;

        /// <summary>It names what she holds.</summary>
        public const double Meets = 1;

        /// <summary>Three to six words.</summary>
        public const double Length = 0.3;

        /// <summary>It stands at the reply's end.</summary>
        public const double Place = 0.3;

        public const double Cut = -0.5;

        /// <summary>What the learner says they did is said for her to take up.</summary>
        public const double Owned = 0.5;

        /// <summary>A single word: any longer phrase says more.</summary>
        public const double Bare = -0.3;

        /// <summary>Two statements joined.</summary>
        public const double Two = -0.7;

        /// <summary>"I feel small" says less than "small in front of them"; "I'm doing great" more than "doing great".</summary>
        public const double Subject = -0.2;
        public const double BareSubject = -0.8;
        public const double Promise = 0.3;

        /// <summary>The learner speaks of themself.</summary>
        public const double Learner = -1.5;
    }
}
