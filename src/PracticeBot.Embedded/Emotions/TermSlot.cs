using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Emotions;

/// <summary>One place in an idiom: a word in any inflection, whoever it is said of ("your tongue", "her tongue").</summary>
internal readonly record struct TermSlot(TermSlot.Kind Is, string Stem)
{
    private static readonly FrozenSet<string> Owners =
        new[] { "your", "my", "his", "her", "their", "our", "the", "its" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Selves =
        new[] { "yourself", "myself", "himself", "herself", "themselves", "themself", "ourselves" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> You = new[] { "you", "me", "i", "us" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> People = new[]
    {
        "him", "her", "them", "people", "everyone", "someone", "anyone", "others", "us", "everything", "nobody",
    }.ToFrozenSet(StringComparer.Ordinal);

    internal enum Kind
    {
        Word,
        Owner,
        Self,
        You,
        People,
    }

    public static TermSlot Of(string word, bool isFirst) =>
        Owners.Contains(word) && word is not "her" ? new(Kind.Owner, word)
        : Selves.Contains(word) ? new(Kind.Self, word)
        : word is "you" ? new(Kind.You, word)
        : !isFirst && People.Contains(word) && word is not "everything" ? new(Kind.People, word)
        : new(Kind.Word, Stemmer.Stem(word));

    /// <summary>The words by which the slot can be found.</summary>
    public IEnumerable<string> Keys => Is switch
    {
        Kind.Owner => Owners,
        Kind.Self => Selves,
        Kind.You => You,
        Kind.People => People,
        _ => [Stem],
    };

    /// <summary>How many words fill the slot at <paramref name="at"/>; 0 where none do. "your dad" fills a person's slot with two.</summary>
    public int Fill(IReadOnlyList<Token> tokens, int at, int end)
    {
        var token = tokens[at];
        return Is switch
        {
            Kind.Owner => Owners.Contains(token.Text) ? 1 : 0,
            Kind.Self => Selves.Contains(token.Text) ? 1 : 0,
            Kind.You => You.Contains(token.Text) ? 1 : 0,
            Kind.People => Owners.Contains(token.Text) && at + 1 < end && !WordLists.Function.Contains(tokens[at + 1].Text) ? 2
                : People.Contains(token.Text) ? 1 : 0,
            _ => token.Stem == Stem ? 1 : 0,
        };
    }
}
