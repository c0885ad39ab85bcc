using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;

namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>Small closed classes of words that more than one reader asks for.</summary>
internal static class WordLists
{
    /// <summary>Words that open a sentence without being about anything: so, well, okay.</summary>
    public static readonly FrozenSet<string> Openers = Tables.WordsOf("words", "openers");

    /// <summary>Words without content of their own.</summary>
    public static readonly FrozenSet<string> Function = Tables.WordsOf("words", "function");

    /// <summary>Everyday words.</summary>
    public static readonly FrozenSet<string> Common = Tables.WordsOf("words", "common");

    /// <summary>Words that deny.</summary>
    public static readonly FrozenSet<string> Negators = Tables.WordsOf("words", "negators");
}
