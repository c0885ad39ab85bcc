using System.Collections.Frozen;

namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>Undoes contractions, with the apostrophe or without it, and what people type for them.</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, string[]> Whole = Table(
        """
        can't can not
        cant can not
        cannot can not
        won't will not
        wont will not
        shan't shall not
        ain't is not
        aint is not
        dont do not
        doesnt does not
        didnt did not
        wouldnt would not
        couldnt could not
        shouldnt should not
        shouldve should have
        shoulda should have
        couldve could have
        wouldve would have
        mustve must have
        mustnt must not
        isnt is not
        arent are not
        wasnt was not
        werent were not
        havent have not
        hasnt has not
        hadnt had not
        im i am
        ive i have
        youre you are
        youve you have
        youd you would
        youll you will
        hes he is
        shes she is
        theyre they are
        theyve they have
        theyd they would
        theyll they will
        weve we have
        itll it will
        thats that is
        thatll that will
        thatd that would
        whats what is
        wheres where is
        whos who is
        hows how is
        theres there is
        heres here is
        everyones everyone is
        let's let us
        gonna going to
        wanna want to
        gotta got to
        gimme give me
        lemme let me
        kinda kind of
        sorta sort of
        lotta lot of
        outta out of
        dunno do not know
        idk i do not know
        imo in my opinion
        tbh to be honest
        cos because
        cuz because
        coz because
        'cause because
        'cos because
        bc because
        u you
        ur your
        yr your
        ya you
        r are
        y'all you all
        urself yourself
        thru through
        tho though
        ok okay
        okey okay
        alright all right
        pls please
        plz please
        thx thanks
        ty thanks
        innit is it not
        everybody everyone
        somebody someone
        anybody anyone
        noone nobody
        alot a lot
        infact in fact
        aswell as well
        atleast at least
        mom mum
        mam mum
        mama mum
        mommy mum
        mummy mum
        dads dad 's
        mums mum 's
        """);

    /// <summary>Words after which "'s" is "is".</summary>
    private static readonly FrozenSet<string> TakesIs = new[]
    {
        "it", "that", "what", "there", "here", "who", "where", "how", "he", "she", "this", "when", "why", "everyone", "someone", "nobody",
        "everything", "something", "nothing", "one", "all",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string Ending, string Word)[] Endings =
    [
        ("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am"),
    ];

    /// <summary>Every word that stands here, so that none is taken for a misspelling.</summary>
    public static IEnumerable<string> Words => Whole.Keys.Concat(Whole.Values.SelectMany(words => words));

    /// <param name="word">Lower case, straight apostrophes.</param>
    /// <returns>The words that it stands for; one, mostly.</returns>
    public static string[] Undo(string word)
    {
        if (Whole.TryGetValue(word, out var known))
        {
            return known;
        }

        if (word.IndexOf('\'', StringComparison.Ordinal) < 0)
        {
            return [word];
        }

        foreach (var (ending, plain) in Endings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return [.. Undo(word[..^ending.Length]), plain];
            }
        }

        if (word.Length > 2 && word.EndsWith("'s", StringComparison.Ordinal))
        {
            var owner = Undo(word[..^2]);
            return [.. owner, TakesIs.Contains(owner[^1]) ? "is" : "'s"];
        }

        var bare = word.Replace("'", string.Empty, StringComparison.Ordinal);
        return bare.Length == 0 ? [word] : [bare];
    }

    private static FrozenDictionary<string, string[]> Table(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
}
