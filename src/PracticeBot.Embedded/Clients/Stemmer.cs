using System.Buffers;
using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>Brings the forms of a word together: "letting", "lets" and "let" are one.</summary>
internal static class Stemmer
{
    private static readonly FrozenDictionary<string, string> Irregular = Pairs(
        "told tell|said say|felt feel|kept keep|slept sleep|ate eat|eaten eat|went go|gone go|came come|began begin|begun begin|" +
        "knew know|known know|thought think|dying die|died die|dead die|met meet|lost lose|found find|made make|making make|took take|" +
        "taken take|gave give|given give|got get|gotten get|brought bring|bought buy|taught teach|caught catch|hid hide|hidden hide|" +
        "shook shake|shaken shake|broke break|broken break|spoke speak|spoken speak|wrote write|written write|drove drive|woke wake|" +
        "woken wake|awake wake|saw see|seen see|heard hear|held hold|stood stand|sat sit|ran run|fell fall|fallen fall|grew grow|" +
        "grown grow|chose choose|chosen choose|men man|women woman|children child|feet foot|wives wife|lives live|living live|" +
        "left leave|meant mean|understood understand|sent send|paid pay|wore wear|worn wear|threw throw|thrown throw|rang ring|" +
        "sang sing|drank drink|drunk drink|forgot forget|forgotten forget|forgave forgive|forgiven forgive|built build|bore bear|" +
        "tying tie|lying lie|lied lie|studies study|studying study");

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <param name="word">Lower case.</param>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            word = known;
        }

        var text = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        text = WithoutPlural(text);
        text = WithoutTense(text);
        if (text.Length > 5 && text.EndsWith("ly", StringComparison.Ordinal))
        {
            text = text[..^2];
        }

        if (text.Length > 6 && text.EndsWith("ness", StringComparison.Ordinal))
        {
            text = text[..^4];
        }

        return text switch
        {
            [.., _, _, _, 'e'] => text[..^1],
            [.., _, _, _, 'i'] => text[..^1] + "y",
            _ => text,
        };
    }

    private static string WithoutPlural(string word) => word switch
    {
        [.., _, _, 'i', 'e', 's'] => word[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] => word[..^2],
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [_, _, _, .., 's'] => word[..^1],
        _ => word,
    };

    private static string WithoutTense(string word)
    {
        if (word is [_, _, .., 'i', 'e', 'd'])
        {
            return word[..^3] + "y";
        }

        if (word is [_, _, .., 'i', 'n', 'g'] && word.AsSpan(0, word.Length - 3).ContainsAny(Vowels))
        {
            return Single(word[..^3]);
        }

        var isPast = word is [_, _, .., 'e', 'd'] && word.Length > 4 && !word.EndsWith("eed", StringComparison.Ordinal);
        return isPast && word.AsSpan(0, word.Length - 2).ContainsAny(Vowels) ? Single(word[..^2]) : word;
    }

    private static string Single(string stem) =>
        stem is [.., var before, var last] && stem.Length > 2 && before == last && last is not ('l' or 's' or 'z' or 'e' or 'o')
            ? stem[..^1]
            : stem;

    private static FrozenDictionary<string, string> Pairs(string pairs) => pairs
        .Split('|')
        .Select(pair => pair.Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
