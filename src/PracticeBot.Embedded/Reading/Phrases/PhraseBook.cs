using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Phrases;

/// <summary>Phrases that do the same, found together in one pass over a text.</summary>
internal sealed class PhraseBook(IEnumerable<Phrase> phrases)
{
    private readonly PhraseIndex<bool> index = new(phrases.Select(phrase => (phrase, true)));

    /// <summary>The longest match at each place, from left to right, none overlapping.</summary>
    public List<Span> FindIn(Passage text) => FindIn(text, text.Whole);

    public List<Span> FindIn(Passage text, Span within)
    {
        var found = new List<Span>();
        for (var at = within.First; at < within.End;)
        {
            var end = index.LongestAt(text, at);
            if (end > at && end <= within.End)
            {
                found.Add(new Span(at, end));
                at = end;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    public Span? FirstIn(Passage text) => FirstIn(text, text.Whole);

    public Span? FirstIn(Passage text, Span within)
    {
        for (var at = within.First; at < within.End; at++)
        {
            var end = index.LongestAt(text, at);
            if (end > at && end <= within.End)
            {
                return new Span(at, end);
            }
        }

        return null;
    }

    public bool IsIn(Passage text) => FirstIn(text) is not null;

    public bool IsIn(Passage text, Span within) => FirstIn(text, within) is not null;
}
