using System.Globalization;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Checks;

/// <summary>Every layer and every fact can be reached, and each layer has a name of its own.</summary>
public static class LayerCheck
{
    private const double StandardStart = 45;

    public static void Run(PersonaFile persona, FindingList findings)
    {
        var layers = persona.Layers ?? [];
        var start = persona.Trust?.Value ?? StandardStart;
        var seen = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        double needed = 0;
        for (var index = 0; index < layers.Count; index++)
        {
            var layer = layers[index];
            Names(layer, index, seen, findings);
            if (layer.Trust is not { } trust)
            {
                continue;
            }

            if (index == 0 && trust.Value > 0)
            {
                findings.Fault(trust.Place, "The first layer is what the client opens with; it can't take more trust than there is.", "Write trust: 0.");
            }
            else if (start + trust.Value > 100)
            {
                findings.Fault(
                    trust.Place,
                    Say($"\"{PersonaBuilder.LayerId(layer, index)}\" can't be reached: {start} at the start and {trust.Value} above it are more than 100."),
                    Say($"Write {100 - start} or less."));
            }
            else if (trust.Value < needed)
            {
                findings.Fault(
                    trust.Place,
                    Say($"\"{PersonaBuilder.LayerId(layer, index)}\" takes {trust.Value}, less than the layer before it with {needed}."),
                    "Give deeper layers more trust, or put the layers in another order.");
            }

            needed = Math.Max(needed, trust.Value);
        }

        foreach (var trust in (persona.Facts ?? []).Select(fact => fact.Trust).OfType<Located<double>>().Where(trust => start + trust.Value > 100))
        {
            findings.Warn(
                trust.Place,
                Say($"This fact is never told: {start} at the start and {trust.Value} above it are more than 100."),
                Say($"Write {100 - start} or less."));
        }
    }

    private static void Names(LayerPart layer, int index, Dictionary<string, Place> seen, FindingList findings)
    {
        var id = PersonaBuilder.LayerId(layer, index);
        var place = layer.Id?.Place ?? layer.Place;
        if (seen.TryGetValue(id, out var first))
        {
            findings.Fault(place, $"Two layers are called \"{id}\".", Say($"The first stands in line {first.Line}: give each its own id."));
        }

        seen.TryAdd(id, place);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
