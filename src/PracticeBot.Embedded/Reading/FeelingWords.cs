using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>The words for feelings that someone used, as they stand in the lexicon.</summary>
public static class FeelingWords
{
    /// <returns>Each word or idiom with how often it came, most often first; what is denied or is somebody else's feeling is left out.</returns>
    public static IReadOnlyList<(string Word, int Times)> In(IEnumerable<string> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        return
        [
            .. replies
                .Select(reply => Passage.Read(reply, speller: null))
                .SelectMany(passage => FeelingReader.Read(passage)
                    .Where(mention => mention is { Holder: Holder.Client, IsDenied: false })
                    .Select(mention => string.Join(' ', passage.Tokens.Skip(mention.Span.First).Take(mention.Span.Count).Select(token => token.Text))))
                .CountBy(word => word, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Select(word => (word.Key, word.Value)),
        ];
    }
}
