using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>Takes text apart into words, and tells the words that carry content from those that only hold a sentence together.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Function = Set(
        "a an the this that these those some any no every each all both either neither such same other another",
        "i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our ours",
        "ourselves they them their theirs themselves who whom whose which what when where why how whoever whatever",
        "am is are was were be been being do does did doing done have has had having can could will would shall should may might must",
        "ought not and or but nor so yet if because although though while since until unless whether than as like of at by for with about",
        "against between into through during before after above below to from up down in out on off over under again further then once",
        "here there too very just only also even still ever never always really quite rather almost maybe perhaps well oh um uh er hm hmm mm",
        "yes yeah yep no nope ok okay right im ive id ill youre youve youd youll dont doesnt didnt isnt arent wasnt werent cant couldnt",
        "wont wouldnt shouldnt hasnt havent hadnt aint u ur lot lots bit much many more most less least few own per via upon toward towards",
        "dear hi hello hey please thanks thank");

    private static readonly FrozenSet<string> Generic = Set(
        "thing things stuff way ways time times day days today now go going goes went gone get gets getting got come comes coming came make",
        "makes making made take takes taking taken took put keep keeps kept say says said saying tell tells told telling talk talking share",
        "sharing know knows knew think thinks thinking thought feel feels feeling felt feelings want wants wanted wanting look looks looking",
        "looked seem seems seemed sound sounds sounded hear hears heard hearing see sees seeing saw mean means meant try let lets use used",
        "something anything everything nothing someone anyone everyone somebody anybody everybody one ones two kind sort sense part people",
        "person good great nice fine sure sorry little big moment minute while back away around wonder wondering guess suppose ask asking",
        "question happen happens happened happening life lately recently usually mind okay words word whole point first last next new thank",
        "understand understanding appreciate help helps imagine notice noticing session conversation hope bring brings brought like sometimes");

    private static readonly FrozenDictionary<string, string> Synonyms = ClientResources.Lines("synonyms.txt")
        .Select(line => line.Split(' ').Select(Stemmer.Stem).ToArray())
        .SelectMany(set => set.Select(word => KeyValuePair.Create(word, set[0])))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Lower-case words in order; apostrophes stay inside words and are straight.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length
                && (char.IsLetter(text[at]) || (IsApostrophe(text[at]) && start >= 0 && at + 1 < text.Length && char.IsLetter(text[at + 1])));
            if (inside && start < 0)
            {
                start = at;
            }
            else if (!inside && start >= 0)
            {
                words.Add(Lower(text[start..at].Replace('\u2019', '\'')));
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Words in order with contractions taken apart, each as its <see cref="Concept"/>: for matching phrases.</summary>
    public static List<string> Sequence(string text)
    {
        var sequence = new List<string>();
        foreach (var word in Of(text))
        {
            var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
            if (apostrophe <= 0)
            {
                sequence.Add(Concept(word));
            }
            else if (word.EndsWith("n't", StringComparison.Ordinal))
            {
                sequence.Add(Concept(word is "can't" ? "can" : word is "won't" ? "will" : word[..^3]));
                sequence.Add("not");
            }
            else
            {
                sequence.Add(Concept(word[..apostrophe]));
                if (Ending(word[..apostrophe], word[(apostrophe + 1)..]) is { } ending)
                {
                    sequence.Add(ending);
                }
            }
        }

        return sequence;
    }

    /// <summary>What the content words of a text are about; nothing of a sentence's scaffolding.</summary>
    public static HashSet<string> Concepts(string text) => Concepts(Of(text));

    public static HashSet<string> Concepts(IEnumerable<string> words) =>
        words.Where(IsContent).Select(Concept).ToHashSet(StringComparer.Ordinal);

    /// <summary>The stem that stands for a word and its synonyms.</summary>
    public static string Concept(string word)
    {
        if (Function.Contains(word))
        {
            return word;
        }

        var stem = Stemmer.Stem(word);
        return Synonyms.GetValueOrDefault(stem, stem);
    }

    public static bool IsContent(string word) => word.Length > 1 && !Function.Contains(Head(word)) && !word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>A content word that any talk is full of.</summary>
    public static bool IsGeneric(string word) => Generic.Contains(word) || Generic.Contains(Head(word));

    public static bool IsTelling(string word) => IsContent(word) && !IsGeneric(word);

    public static bool IsApostrophe(char letter) => letter is '\'' or '\u2019';

#pragma warning disable CA1308 // Words are compared and spoken in lower case.
    public static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>A set from words parted by blanks.</summary>
    public static FrozenSet<string> Set(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static string Head(string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        return apostrophe > 0 ? word[..apostrophe] : word;
    }

    private static string? Ending(string head, string ending) => ending switch
    {
        "re" => "are",
        "m" => "am",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "s" when Function.Contains(head) => "is",
        _ => null,
    };
}
