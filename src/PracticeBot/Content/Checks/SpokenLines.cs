using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Checks;

/// <summary>Everything in a file that the client may say.</summary>
public static class SpokenLines
{
    public static IEnumerable<Located<string>> Of(PersonaFile persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return (persona.Layers ?? []).SelectMany(Of)
            .Concat((persona.Facts ?? []).SelectMany(fact => fact.Says ?? []))
            .Concat(Of(persona.Lines));
    }

    public static IEnumerable<Located<string>> Of(LayerPart layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return (layer.Says ?? []).Concat(Of(layer.Lines));
    }

    public static IEnumerable<Located<string>> Of(LinesPart? lines) => (lines?.Lines ?? []).Select(line => line.Text);
}
