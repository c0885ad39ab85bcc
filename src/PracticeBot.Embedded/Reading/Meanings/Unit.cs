using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>One thing that a text speaks of: a content word, or a turn of phrase that stands for a concept.</summary>
/// <param name="Stem">The word without inflection; empty for a turn of phrase.</param>
/// <param name="Concepts">What it stands for (see the table of concepts).</param>
/// <param name="Weight">How much it says: people and times say little.</param>
internal sealed record Unit(Span Span, string Stem, IReadOnlyList<int> Concepts, double Weight)
{
    /// <summary>The same word in any inflection, or another word for the same.</summary>
    public bool Meets(Unit other) => (Stem.Length > 0 && Stem == other.Stem) || SharesConcept(other);

    public bool SharesConcept(Unit other)
    {
        foreach (var concept in Concepts)
        {
            if (other.Concepts.Contains(concept))
            {
                return true;
            }
        }

        return false;
    }
}
