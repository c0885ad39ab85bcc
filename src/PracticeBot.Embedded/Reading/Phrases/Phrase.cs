using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Phrases;

/// <summary>
/// A turn of phrase, written as in the tables: <c>have you tried|considered</c>. <c>word~</c> is a word in any inflection, <c>[word]</c>
/// may be missing, <c>*</c> is up to three words of any kind (<c>*5</c> up to five), <c>@name</c> one of a named group, <c>^</c> the
/// sentence's beginning, <c>$</c> its end, a closing <c>?</c> a sentence that ends as a question. Between two words stands at most a
/// comma, and fillers ("just", "really", "maybe") may slip in.
/// </summary>
internal sealed class Phrase
{
    private const int UsualGap = 3;
    private const int MostFillers = 2;

    private readonly PhraseElement[] elements;
    private readonly Limits limits;

    private Phrase(string source, PhraseElement[] elements, Limits limits)
    {
        Source = source;
        this.elements = elements;
        this.limits = limits;
    }

    [Flags]
    private enum Limits
    {
        None = 0,
        AtBeginning = 1,
        AtEnd = 2,
        InQuestion = 4,
        NoFillers = 8,
    }

    public string Source { get; }

    public IReadOnlyList<PhraseElement> Elements => elements;

    /// <param name="source">As in the tables.</param>
    /// <param name="groups">The named groups of words.</param>
    public static Phrase Parse(string source, Func<string, IEnumerable<string>> groups)
    {
        var places = new List<PhraseElement>();
        var bounds = Limits.None;
        foreach (var part in source.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (part)
            {
                case "^":
                    bounds |= Limits.AtBeginning;
                    break;
                case "$":
                    bounds |= Limits.AtEnd;
                    break;
                case "?":
                    bounds |= Limits.InQuestion;
                    break;
                case "!":
                    bounds |= Limits.NoFillers;
                    break;
                case ['*', ..]:
                    var most = part.Length == 1 ? UsualGap : int.Parse(part.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
                    places.Add(PhraseElement.AnyWords(most));
                    break;
                default:
                    places.AddRange(Words(part, groups));
                    break;
            }
        }

        return new Phrase(source, [.. places], bounds);
    }

    /// <summary>The index after the last word where the phrase stands at <paramref name="start"/>; -1 where it does not.</summary>
    public int EndAt(Passage text, int start)
    {
        var sentence = text.Sentences[text.Tokens[start].Sentence];
        if ((Has(Limits.AtBeginning) && !text.IsBeginning(start)) || (Has(Limits.InQuestion) && !sentence.EndsAsQuestion))
        {
            return -1;
        }

        var end = End(text.Tokens, sentence, 0, start, start);
        return end >= 0 && Has(Limits.AtEnd) && !text.IsEnding(end) ? -1 : end;
    }

    private bool Has(Limits limit) => (limits & limit) != Limits.None;

    private static IEnumerable<PhraseElement> Words(string part, Func<string, IEnumerable<string>> groups)
    {
        var isOptional = part.StartsWith('[') && part.EndsWith(']');
        var inner = isOptional ? part[1..^1] : part;
        var alternatives = inner.Split('|').SelectMany(word => word.StartsWith('@') ? groups(word[1..]) : [word]).ToArray();
        if (alternatives.Length > 1 || alternatives[0].EndsWith('~'))
        {
            return [PhraseElement.Of(alternatives.Select(BritishSpelling.Of), isOptional)];
        }

        return Contractions.Undo(alternatives[0]).Select(word => PhraseElement.Of([BritishSpelling.Of(word)], isOptional));
    }

    private int End(IReadOnlyList<Token> tokens, Sentence sentence, int element, int at, int start)
    {
        if (element == elements.Length)
        {
            return at;
        }

        var wanted = elements[element];
        if (wanted.Gap > 0)
        {
            for (var taken = 0; taken <= wanted.Gap && at + taken <= sentence.End; taken++)
            {
                if (taken > 0 && tokens[at + taken - 1].Break >= Break.Strong)
                {
                    break;
                }

                var end = End(tokens, sentence, element + 1, at + taken, start);
                if (end >= 0)
                {
                    return end;
                }
            }

            return -1;
        }

        if (wanted.IsOptional)
        {
            var without = -1;
            if (at < sentence.End && wanted.Fits(tokens[at]))
            {
                without = End(tokens, sentence, element + 1, at + 1, start);
            }

            return without >= 0 ? without : End(tokens, sentence, element + 1, at, start);
        }

        for (var skipped = 0; skipped <= MostFillers && at + skipped < sentence.End; skipped++)
        {
            var token = tokens[at + skipped];
            if (at + skipped > start && token.Break >= Break.Strong)
            {
                return -1;
            }

            if (wanted.Fits(token))
            {
                var end = End(tokens, sentence, element + 1, at + skipped + 1, start);
                if (end >= 0)
                {
                    return end;
                }
            }

            if (element == 0 || Has(Limits.NoFillers) || !Fillers.Contains(token.Text))
            {
                return -1;
            }
        }

        return -1;
    }
}
