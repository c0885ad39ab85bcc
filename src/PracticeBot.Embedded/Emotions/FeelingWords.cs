using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Emotions;

/// <summary>A word or turn of phrase for a feeling, and how often it was used.</summary>
/// <param name="Count">1 or more.</param>
public sealed record FeelingWord(string Word, int Count);

/// <summary>The words for feelings in what a learner said to a client.</summary>
public static class FeelingWords
{
    /// <summary>As the lexicon has them, the most used first; the learner's own feelings are left out.</summary>
    public static IReadOnlyList<FeelingWord> In(IEnumerable<string> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        return
        [
            .. replies.SelectMany(reply => FeelingReader.Read(Passage.Read(reply, speller: null)))
                .Where(mention => mention.Holder != Holder.Helper)
                .GroupBy(mention => mention.Term.Text, StringComparer.Ordinal)
                .Select(group => new FeelingWord(group.Key, group.Count()))
                .OrderByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal),
        ];
    }
}
