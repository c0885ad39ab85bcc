using System.Collections.Frozen;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Embedded.Clients;

/// <summary>What a client must not say yet: the names of feelings, and the words of meanings, that lie in deeper layers.</summary>
internal sealed class HiddenFeelings
{
    private static readonly FrozenDictionary<EmotionFamily, string[]> Names = ClientResources.Rows("feeling-names.tsv")
        .Where(cells => cells.Length == 2)
        .ToFrozenDictionary(
            cells => Enum.Parse<EmotionFamily>(cells[0]),
            cells => cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Words.Concept).Distinct(StringComparer.Ordinal).ToArray());

    private readonly List<string>[][] byLayer;

    public HiddenFeelings(Persona persona)
    {
        byLayer = new List<string>[persona.Layers.Count][];
        for (var layer = 0; layer < byLayer.Length; layer++)
        {
            var reached = persona.Layers.Take(layer + 1).ToArray();
            var open = reached
                .SelectMany(shown => shown.Feels.Secondary.Append(shown.Feels.Primary))
                .SelectMany(NamesOf)
                .Concat(reached.SelectMany(shown => shown.MeaningWords).Select(Key))
                .ToHashSet(StringComparer.Ordinal);
            byLayer[layer] =
            [
                .. persona.Layers.Skip(layer + 1)
                    .SelectMany(hidden => NamesOf(hidden.Feels.Primary).Concat(hidden.MeaningWords))
                    .Where(words => !open.Contains(Key(words)))
                    .Select(Words.Sequence)
                    .Where(sequence => sequence.Count > 0),
            ];
        }
    }

    public static IReadOnlyList<string> NamesOf(EmotionFamily family) => Names.GetValueOrDefault(family) ?? [];

    /// <summary>True where words said at a layer give away what a deeper one holds.</summary>
    public bool AreIn(IReadOnlyList<string> sequence, int layer) =>
        Array.Exists(byLayer[layer], hidden => Phrases.IsIn(hidden, sequence));

    private static string Key(string words) => string.Join(' ', Words.Sequence(words));
}
