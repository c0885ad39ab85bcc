using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Sympathy that would fit anyone: "that sounds really tough", "I'm sorry you've had all that". It is kind, and meets no meaning.</summary>
internal static class SympathyReader
{
    private static readonly PhraseBook Stock = Tables.Phrases("reflection", "stock sympathy");

    /// <summary>The sentence holds such a phrase, and no word beside it that says what it is about.</summary>
    public static bool IsStock(Passage text, Span sentence)
    {
        var phrases = Stock.FindIn(text, sentence);
        return phrases.Count > 0
            && Enumerable.Range(sentence.First, sentence.Count).All(at =>
                phrases.Exists(phrase => phrase.First <= at && at < phrase.End) || !Concepts.IsContent(text.Tokens[at]) || Concepts.IsSlight(text.Tokens[at]) || IsName(text, at));
    }

    private static bool IsName(Passage text, int at) => !text.IsBeginning(at) && char.IsUpper(text.Original[text.Tokens[at].Start]);
}
