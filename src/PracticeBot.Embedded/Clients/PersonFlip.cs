using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>Turns the learner's words round to the client's mouth: "you're hard on yourself" becomes "I'm hard on myself".</summary>
internal static class PersonFlip
{
    private static readonly FrozenDictionary<string, string> Plain = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["your"] = "my", ["yours"] = "mine", ["yourself"] = "myself", ["you're"] = "I'm", ["you've"] = "I've", ["you'd"] = "I'd",
        ["you'll"] = "I'll", ["i"] = "you", ["me"] = "you", ["my"] = "your", ["mine"] = "yours", ["myself"] = "yourself",
        ["i'm"] = "you're", ["i've"] = "you've", ["i'd"] = "you'd", ["i'll"] = "you'll",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> WithI = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["are"] = "am", ["were"] = "was", ["weren't"] = "wasn't",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> WithYou = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["am"] = "are", ["was"] = "were", ["wasn't"] = "weren't",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Finite = Words.Set(
        "are were have had do did can could will would shall should may might must aren't weren't haven't hadn't don't didn't can't",
        "couldn't won't wouldn't shan't shouldn't mustn't");

    private static readonly FrozenSet<string> Between = Words.Set(
        "really always never just still even only also actually probably often sometimes truly deeply somehow already simply not so",
        "constantly secretly honestly desperately barely hardly almost ever both");

    private static readonly FrozenSet<string> Prepositions = Words.Set(
        "to for with of about at on from by around behind beside near towards toward against without between inside over under past into",
        "onto upon through beneath besides beyond off among");

    // Verbs that take a person: "makes you feel", "told you", "hurt you". Verbs of thinking and saying are left out: "thinks you failed".
    private static readonly FrozenSet<string> TakeAPerson = Words.Set(
        "make makes made making let lets letting help helps helped helping hear heard watch watched watching want wants wanted wanting tell",
        "tells told telling ask asks asked asking give gives gave giving given show shows showed showing love loves loved hate hates hated",
        "need needs needed leave leaves left leaving hurt hurts hurting hold holds held keep keeps kept keeping expect expects expected",
        "remind reminds treat treats treated call calls called push pushes pushed pushing blame blames blamed judge judges judged judging",
        "miss misses missed hit hits eat eats kill kills scare scares scared bother bothers drive drives drove stop stops stopped follow",
        "follows haunt haunts thank forgive forgave support supports supported trusts trusted call respect respects respected ignore ignores",
        "ignored reject rejected rejects value values valued appreciate appreciates appreciated understands understood gets getting got",
        "weighs weigh hitting brings brought bring pulls pulled sees seeing accept accepts accepted meet met see saw seen",
        "hand hands handed handing send sends sent sending offer offers offered offering pass passes passed feed feeds fed buy buys bought",
        "teach teaches taught cost costs owe owes owed lend lends lent pay pays paid deny denies denied spare spares spared cause causes caused");

    private static readonly FrozenSet<string> NeverVerbs = Words.Set(
        "and or but nor so because that this these those if when while since until although though as than who which what where why how",
        "to for with of about at on from by around behind beside near against without between inside over under into through in up down out",
        "off away back the a an my your his her its our their me him them us it he she they we i too again anymore now today tonight",
        "alone more most very there here like enough all both everything something anything nothing someone anyone right either yet then",
        "sometimes often before after first last one two dear together inside home happy sad proud safe best better");

    /// <param name="words">The words of one clause with straight apostrophes, in any case.</param>
    /// <returns>As many words, in lower case but for I; names keep the case that they came in.</returns>
    public static List<string> Flip(IReadOnlyList<string> words)
    {
        var flipped = new List<string>(words.Count);
        var lower = words.Select(Words.Lower).ToArray();
        for (var at = 0; at < lower.Length; at++)
        {
            flipped.Add(FlipAt(lower, words, at));
        }

        return flipped;
    }

    private static string FlipAt(string[] lower, IReadOnlyList<string> words, int at)
    {
        var word = lower[at];
        if (word == "you")
        {
            return !IsSubject(lower, at) ? "me" : at + 1 < lower.Length && lower[at + 1] == "aren't" ? "I'm" : "I";
        }

        if (word == "aren't" && SubjectOf(lower, at) is "you")
        {
            return at > 0 && lower[at - 1] == "you" ? "not" : at > 0 && Between.Contains(lower[at - 1]) ? "am not" : word;
        }

        if (WithI.TryGetValue(word, out var withI) && SubjectOf(lower, at) is "you")
        {
            return withI;
        }

        if (WithYou.TryGetValue(word, out var withYou) && SubjectOf(lower, at) is "i")
        {
            return withYou;
        }

        return Plain.GetValueOrDefault(word) ?? words[at];
    }

    /// <summary>The I or you that a form of "to be" goes with: just before it but for an adverb, or just behind it in a question.</summary>
    private static string? SubjectOf(string[] lower, int at)
    {
        var before = at - 1;
        while (before >= 0 && Between.Contains(lower[before]))
        {
            before--;
        }

        if (before >= 0 && (lower[before] == "i" || (lower[before] == "you" && IsSubject(lower, before))))
        {
            return before > 1 && lower[before - 1] == "and" ? null : lower[before];
        }

        var starts = at == 0 || NeverVerbs.Contains(lower[at - 1]);
        return starts && at + 1 < lower.Length && lower[at + 1] is "i" or "you" ? lower[at + 1] : null;
    }

    private static bool IsSubject(string[] lower, int at)
    {
        var before = at > 0 ? lower[at - 1] : string.Empty;
        if (before is "are" or "were" or "do" or "did" or "have" or "can" or "could" or "will" or "would" or "should" or "don't" or "didn't"
            or "aren't" or "weren't" or "can't" or "couldn't" or "haven't" or "wouldn't" or "shouldn't")
        {
            return true;
        }

        var next = at + 1;
        while (next < lower.Length && Between.Contains(lower[next]))
        {
            next++;
        }

        if (next >= lower.Length || Prepositions.Contains(before))
        {
            return false;
        }

        if (Finite.Contains(lower[next]) || (next > at + 1 && !NeverVerbs.Contains(lower[next]) && !TakeAPerson.Contains(before)))
        {
            return true;
        }

        return !TakeAPerson.Contains(before) && !NeverVerbs.Contains(lower[next]) && !IsAdverb(lower[next]);
    }

    private static bool IsAdverb(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("rely" or "apply" or "reply");
}
