using PracticeBot.Content.Format;
using PracticeBot.Core.Emotions;

namespace PracticeBot.Content.Checks;

/// <summary>No line gives away what a deeper layer holds.</summary>
public static class RevealingCheck
{
    public static void Run(PersonaFile persona, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(findings);
        var layers = persona.Layers ?? [];
        for (var index = 0; index < layers.Count; index++)
        {
            var shown = layers.Take(index + 1).SelectMany(Held).ToHashSet();
            foreach (var line in SpokenLines.Of(layers[index]))
            {
                var hidden = layers.Skip(index + 1).FirstOrDefault(deeper => Primary(deeper) is { } feeling
                    && !shown.Contains(feeling) && FeelingNames.Has(line.Value, feeling));
                if (hidden is not null)
                {
                    var id = PersonaBuilder.LayerId(hidden, layers.ToList().IndexOf(hidden));
                    findings.Warn(
                        line.Place,
                        $"This line names {FileWords.Word(Primary(hidden)!.Value)}, which \"{id}\" holds and which is hidden until then.",
                        "Say it so that the deeper feeling stays unnamed.");
                }
            }
        }
    }

    private static EmotionFamily? Primary(LayerPart layer) => layer.Feels?.Primary?.Value;

    private static IEnumerable<EmotionFamily> Held(LayerPart layer) =>
        (layer.Feels?.Secondary ?? []).Select(feeling => feeling.Value).Concat(Primary(layer) is { } primary ? [primary] : []);
}
