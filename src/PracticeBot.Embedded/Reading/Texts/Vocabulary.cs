using System.Collections.Frozen;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Reading.Phrases;

namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>
/// The words that the rules speak of, towards which a typing error may be mended, and the other English words that look so much like
/// one of them that they must be known, lest they be taken for errors.
/// </summary>
internal static class Vocabulary
{
    private const int LeastLetters = 2;

    private static readonly Lazy<FrozenSet<string>> AllTargets = new(() => Tables.EveryWord()
        .Concat(EmotionLexicon.EveryWord())
        .Concat(WordLists.Function)
        .Concat(WordLists.Common)
        .Concat(WordLists.Openers)
        .Concat(WordLists.Negators)
        .Concat(Fillers.All)
        .Concat(Contractions.Words)
        .SelectMany(word => word.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        .Where(word => word.Length >= LeastLetters && word.All(letter => char.IsAsciiLetterLower(letter) || letter == '\''))
        .ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> LookAlikes = new(() => Tables.WordsOf("lookalikes", "words"));

    private static readonly Lazy<FrozenSet<string>> EveryStem = new(() => AllTargets.Value.Select(Stemmer.Stem).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Words that a typing error may be mended to.</summary>
    public static FrozenSet<string> Targets => AllTargets.Value;

    /// <summary>The word, or another inflection of it, is one that the rules or everyday English know.</summary>
    public static bool Knows(string word) =>
        AllTargets.Value.Contains(word) || LookAlikes.Value.Contains(word) || (KnowsStem(word) && !IsDoubled(word));

    /// <summary>"endding" has the stem of "ending" and is an error all the same.</summary>
    private static bool IsDoubled(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (word[at] == word[at - 1] && AllTargets.Value.Contains(word.Remove(at, 1)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool KnowsStem(string word) => EveryStem.Value.Contains(Stemmer.Stem(word));
}
