using System.Runtime.CompilerServices;
using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>A moment's core message, cut up once for all replies to it.</summary>
internal sealed class MomentMeaning
{
    private static readonly ConditionalWeakTable<Layer, MomentMeaning> Known = [];

    private MomentMeaning(Layer moment)
    {
        Phrases = [.. moment.MeaningWords.Select(MeaningPhrase.Of).OfType<MeaningPhrase>()];
        var meaning = Passage.Read(moment.Meaning, speller: null);
        Core = [.. Concepts.UnitsOf(meaning, meaning.Whole).Where(unit => unit.Weight > 0)];
        Story = [.. moment.Says.Select(line => Passage.Read(line, speller: null)).SelectMany(line => Concepts.UnitsOf(line, line.Whole))];
        if (Phrases.Count == 0)
        {
            // A thin persona: the parts of its core message are the phrases.
            Phrases = [.. moment.Meaning.Split([',', ';', '.', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(MeaningPhrase.Of).OfType<MeaningPhrase>().Where(phrase => phrase.Units.Count > 0)];
        }
    }

    /// <summary>Phrases by which the meaning may be met.</summary>
    public IReadOnlyList<MeaningPhrase> Phrases { get; }

    /// <summary>What the core message speaks of.</summary>
    public IReadOnlyList<Unit> Core { get; }

    /// <summary>What the client's lines at this moment speak of.</summary>
    public IReadOnlyList<Unit> Story { get; }

    public static MomentMeaning Of(Layer moment) => Known.GetValue(moment, layer => new MomentMeaning(layer));
}
