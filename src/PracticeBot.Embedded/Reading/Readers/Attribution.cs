using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>
/// Whether words are put into the client's or somebody else's mouth ("part of you thinks you should leave", "everyone tells you not to
/// worry") or are withheld ("I won't tell you it'll be fine"), so that the helper does not say them.
/// </summary>
internal static class Attribution
{
    private static readonly PhraseBook Attributed = Tables.Phrases("breaches", "attributed");
    private static readonly PhraseBook Stems = Tables.Phrases("breaches", "stems");
    private static readonly PhraseBook HelperSays = Tables.Phrases("breaches", "helper says");
    private static readonly PhraseBook HelperRefrains = Tables.Phrases("breaches", "helper refrains");

    /// <summary>Words before <paramref name="span"/> in its clause make it somebody else's, or unsaid.</summary>
    /// <param name="stemsCount">"It sounds like" puts it into the client's mind, too.</param>
    public static bool Covers(Passage text, Span span, bool stemsCount = true)
    {
        var first = FirstOf(text, span.First);
        var before = new Span(first, span.First);
        if (before.Count == 0)
        {
            return false;
        }

        if (HelperRefrains.IsIn(text, new Span(text.SentenceOf(span.First).First, span.First)))
        {
            return true;
        }

        if (stemsCount && Stems.IsIn(text, before with { End = Math.Min(span.First + 1, span.End) }))
        {
            return true;
        }

        var helper = HelperSays.FindIn(text, before);
        return Attributed.FindIn(text, before).Exists(attribution => !helper.Exists(said => said.Overlaps(attribution)));
    }

    /// <summary>The clause begins at a mark, at a conjunction, or where a new subject takes over after "and" or "so".</summary>
    private static int FirstOf(Passage text, int at)
    {
        var sentence = text.SentenceOf(at);
        for (var index = at; index > sentence.First; index--)
        {
            var token = text.Tokens[index];
            if (token.Break >= Break.Comma || token.Text is "but" or "because"
                || (index < at && token.Text is "and" or "so" && text.Tokens[index + 1].Text is "you" or "i" or "he" or "she" or "they" or "it"))
            {
                return index;
            }
        }

        return sentence.First;
    }
}
