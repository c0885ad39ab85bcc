using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>What a reply's opening announces about what follows it.</summary>
internal enum OpeningKind
{
    /// <summary>Nothing: the clause speaks for itself.</summary>
    None,
    Aside,
    Hedge,
    Reflect,
    Feel,
    Be,
    Advise,
    Reassure,
}

/// <summary>The words by which replies open: "it sounds like", "you feel", "have you tried".</summary>
internal static class Opening
{
    private static readonly FrozenDictionary<string, (OpeningKind Kind, string[] Words)[]> ByFirstWord = ClientResources.Rows("openings.tsv")
        .Where(cells => cells.Length == 2)
        .Select(cells => (Kind: Enum.Parse<OpeningKind>(cells[0], ignoreCase: true), Words: cells[1].Split(' ')))
        .GroupBy(opening => opening.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(opening => opening.Words.Length).ToArray(),
            StringComparer.Ordinal);

    /// <summary>The longest opening that stands at a place, and how many words it takes; none takes no words.</summary>
    /// <param name="lower">The clause in lower case.</param>
    public static (OpeningKind Kind, int Length) At(IReadOnlyList<string> lower, int start)
    {
        if (start < lower.Count && ByFirstWord.TryGetValue(lower[start], out var openings))
        {
            foreach (var (kind, words) in openings)
            {
                if (start + words.Length <= lower.Count && !words.Where((word, at) => word != lower[start + at]).Any())
                {
                    return (kind, words.Length);
                }
            }
        }

        return (OpeningKind.None, 0);
    }
}
