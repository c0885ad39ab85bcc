using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>A phrase by which a reply may meet the client's meaning, ready to be looked for.</summary>
internal sealed class MeaningPhrase
{
    private const int MostBetween = 2;

    private readonly TermSlot[] slots;

    private MeaningPhrase(string source, TermSlot[] slots, IReadOnlyList<Unit> units, bool denies)
    {
        Source = source;
        this.slots = slots;
        Units = units;
        Denies = denies;
        Weight = units.Sum(unit => unit.Weight);
    }

    public string Source { get; }

    public IReadOnlyList<Unit> Units { get; }

    public double Weight { get; }

    /// <summary>The phrase says "not", other than within a turn of phrase.</summary>
    public bool Denies { get; }

    /// <summary>Null where the phrase has no words.</summary>
    public static MeaningPhrase? Of(string source)
    {
        var text = Passage.Read(source, speller: null);
        if (text.IsWordless)
        {
            return null;
        }

        var units = Concepts.UnitsOf(text, text.Whole).Where(unit => unit.Weight > 0).ToList();
        return new MeaningPhrase(
            source,
            [.. text.Tokens.Select((token, index) => TermSlot.Of(token.Text, index == 0))],
            units,
            Negation.In(text, text.Whole, units));
    }

    /// <summary>The phrase as it stands, inflected at will, with at most two words slipped in at a place.</summary>
    public Span? StandsIn(Passage text, Span within)
    {
        for (var at = within.First; at < within.End; at++)
        {
            var end = End(text.Tokens, 0, at, within.End);
            if (end > at)
            {
                return new Span(at, end);
            }
        }

        return null;
    }

    private int End(IReadOnlyList<Token> tokens, int slot, int at, int end)
    {
        if (slot == slots.Length)
        {
            return at;
        }

        for (var between = 0; between <= (slot == 0 ? 0 : MostBetween) && at + between < end; between++)
        {
            if (between > 0 && WordLists.Negators.Contains(tokens[at + between - 1].Text))
            {
                return -1;
            }

            var filled = slots[slot].Fill(tokens, at + between, end);
            if (filled > 0)
            {
                var found = End(tokens, slot + 1, at + between + filled, end);
                if (found >= 0)
                {
                    return found;
                }
            }
        }

        return -1;
    }
}
