using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Emotions;

/// <summary>A word or turn of phrase for a feeling, and how often it was used.</summary>
/// <param name="Count">1 or more.</param>
public sealed record FeelingWord(string Word, int Count);

/// <summary>The words for feelings in what a learner said to a client.</summary>
public static class FeelingWords
{
    /// <summary>As they were said, inflections of one word together, the most used first; the learner's own feelings are left out.</summary>
    public static IReadOnlyList<FeelingWord> In(IEnumerable<string> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        return
        [
            .. replies.SelectMany(Said)
                .GroupBy(said => said.Term, said => said.Words, StringComparer.Ordinal)
                .Select(group => new FeelingWord(group.First(), group.Count()))
                .OrderByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Term, string Words)> Said(string reply)
    {
        var text = Passage.Read(reply, speller: null);
        return FeelingReader.Read(text)
            .Where(mention => mention.Holder != Holder.Helper)
            .Select(mention => (mention.Term.Text, text.Quote(mention.Span).ToLowerInvariant()));
    }
}
