using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>Takes inflection off a word ("letting", "lets", "let" are one), and nothing more: derived words stay apart.</summary>
internal static class Stemmer
{
    private const int LongEnough = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenDictionary<string, string> Irregular = Table(
        """
        be am is are was were been being
        do does did done doing
        have has had having
        go goes went gone going
        get gets got gotten getting
        feel feels felt feeling feelings
        lose loses lost losing
        leave leaves left leaving
        let lets letting
        keep keeps kept keeping
        break breaks broke broken breaking
        fall falls fell fallen falling
        hold holds held holding
        tell tells told telling
        say says said saying
        think thinks thought thinking
        know knows knew known knowing
        see sees saw seen seeing
        hear hears heard hearing
        give gives gave given giving
        take takes took taken taking
        make makes made making
        come comes came coming
        become becomes became becoming
        find finds found finding
        bring brings brought bringing
        stand stands stood standing
        understand understands understood understanding
        bear bears bore borne bearing
        carry carries carried carrying
        hide hides hid hidden hiding
        choose chooses chose chosen choosing
        begin begins began begun beginning
        run runs ran running
        sit sits sat sitting
        speak speaks spoke spoken speaking
        write writes wrote written writing
        wake wakes woke woken waking
        sleep sleeps slept sleeping
        mean means meant meaning
        meet meets met meeting
        pay pays paid paying
        send sends sent sending
        shut shuts shutting
        cut cuts cutting
        put puts putting
        quit quits quitting
        hurt hurts hurting
        hit hits hitting
        build builds built building
        buy buys bought buying
        catch catches caught catching
        teach teaches taught teaching
        fight fights fought fighting
        seek seeks sought seeking
        sell sells sold selling
        lie lies lied lying
        lay lays laid laying
        die dies died dying dead
        tie ties tied tying
        drive drives drove driven driving
        rise rises rose risen rising
        throw throws threw thrown throwing
        grow grows grew grown growing
        draw draws drew drawn drawing
        show shows showed shown showing
        wear wears wore worn wearing
        tear tears tore torn tearing
        swear swears swore sworn swearing
        steal steals stole stolen stealing
        freeze freezes froze frozen freezing
        forget forgets forgot forgotten forgetting
        forgive forgives forgave forgiven forgiving
        shake shakes shook shaken shaking
        sink sinks sank sunk sinking
        drink drinks drank drunk drinking
        ring rings rang rung ringing
        sing sings sang sung singing
        eat eats ate eaten eating
        beat beats beaten beating
        bite bites bit bitten biting
        spend spends spent spending
        lend lends lent lending
        bend bends bent bending
        win wins won winning
        hang hangs hung hanging
        stick sticks stuck sticking
        swallow swallows swallowed swallowing
        deal deals dealt dealing
        dream dreams dreamt dreamed dreaming
        lean leans leant leaned leaning
        learn learns learnt learned learning
        spill spills spilt spilled spilling
        burn burns burnt burned burning
        weep weeps wept weeping
        creep creeps crept creeping
        sweep sweeps swept sweeping
        bleed bleeds bled bleeding
        feed feeds fed feeding
        lead leads led leading
        read reads reading
        slide slides slid sliding
        swim swims swam swum swimming
        fly flies flew flown flying
        blow blows blew blown blowing
        child children kid kids
        man men
        woman women
        life lives
        self selves
        wife wives
        person people persons
        foot feet
        tooth teeth
        this these
        that those
        bad worse worst
        good better best
        little less least
        cannot can could
        will would
        shall should
        may might
        need needs needed needing
        die death
        everyone everybody
        try tries tried trying
        cry cries cried crying
        worry worries worried worrying
        """);

    private static readonly FrozenSet<string> Whole = new[]
    {
        "always", "perhaps", "sometimes", "this", "thus", "less", "yes", "us", "news", "nothing", "something", "anything", "everything",
        "during", "morning", "evening", "thing", "king", "ring", "sing", "bring", "wing", "string", "spring", "sting", "need", "indeed",
        "feed", "seed", "speed", "bed", "red", "shed", "hundred", "sacred", "naked", "wicked", "family", "only", "early", "ugly", "silly",
        "lonely", "bus", "gas", "his", "its", "as", "has", "was", "is", "does", "these", "those", "because", "else", "one", "once", "come",
        "there", "here", "where", "were", "are", "before", "more", "sure", "she", "he", "me", "we", "be", "the", "ever", "never", "ones",
        "belly", "reply", "apply", "supply", "july", "ally", "bully", "rely", "fly", "wedding", "ceiling", "building", "sibling",
        "darling", "kindred", "business", "illness", "witness", "across", "boss", "loss", "cross", "miss", "mess", "kiss", "pass",
        "class", "glass", "stress", "press", "dress", "guess", "focus", "virus", "status", "minus", "plus", "serious", "anxious",
        "jealous", "nervous", "furious", "various", "obvious", "previous", "precious", "conscious", "christmas", "chaos", "towards",
        "afterwards", "besides", "unless", "else", "selfless",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <param name="word">Lower case.</param>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var known) || Known.TryGetValue(word, out known))
        {
            return known;
        }

        var stem = Cut(word);
        if (Known.Count < 20_000)
        {
            Known.TryAdd(word, stem);
        }

        return stem;
    }

    private static string Cut(string word)
    {
        if (word.Length < LongEnough || Whole.Contains(word))
        {
            return word;
        }

        var cut = word switch
        {
            _ when word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal) => word[..^3] + "y",
            _ when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
                || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) => word[..^2],
            _ when word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 3)) => Undouble(word[..^3]),
            _ when word.EndsWith("ed", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 2)) => Undouble(word[..^2]),
            _ when word.EndsWith("ly", StringComparison.Ordinal) && word.Length > 5 => word[..^2],
            _ when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
            _ => word,
        };
        if (cut.Length > 3 && cut[^1] == 'e' && cut[^2] != 'e')
        {
            cut = cut[..^1];
        }

        return cut.Length > 2 && cut[^1] == 'y' && !IsVowel(cut[^2]) ? cut[..^1] + "i" : cut;
    }

    private static string Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;

    private static bool HasVowel(ReadOnlySpan<char> text) => text.Length > 1 && text.ContainsAny(Vowels);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenDictionary<string, string> Table(string lines)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            foreach (var word in words)
            {
                table.TryAdd(word, words[0]);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
