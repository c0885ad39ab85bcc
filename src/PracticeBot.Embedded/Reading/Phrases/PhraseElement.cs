using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Phrases;

/// <summary>One place in a phrase: which words may stand there.</summary>
internal sealed class PhraseElement
{
    private PhraseElement(FrozenSet<string> words, FrozenSet<string> stems, bool isOptional, int gap)
    {
        Words = words;
        Stems = stems;
        IsOptional = isOptional;
        Gap = gap;
    }

    /// <summary>Words as they are read.</summary>
    public FrozenSet<string> Words { get; }

    /// <summary>Words in any inflection.</summary>
    public FrozenSet<string> Stems { get; }

    public bool IsOptional { get; }

    /// <summary>At most this many words of any kind; 0 where particular words are asked for.</summary>
    public int Gap { get; }

    public static PhraseElement AnyWords(int most) => new([], [], isOptional: false, most);

    public static PhraseElement Of(IEnumerable<string> alternatives, bool isOptional)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alternative in alternatives)
        {
            if (alternative.EndsWith('~'))
            {
                stems.Add(Stemmer.Stem(alternative[..^1]));
            }
            else
            {
                words.Add(alternative);
            }
        }

        return new(words.ToFrozenSet(StringComparer.Ordinal), stems.ToFrozenSet(StringComparer.Ordinal), isOptional, 0);
    }

    public bool Fits(Token token) => Words.Contains(token.Text) || Stems.Contains(token.Stem);
}
