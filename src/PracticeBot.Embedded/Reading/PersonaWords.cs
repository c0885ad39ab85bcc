using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>The words of a client's story, so that they are not taken for typing errors and errors are mended to them.</summary>
internal static class PersonaWords
{
    private static readonly ConditionalWeakTable<Persona, FrozenSet<string>> Known = [];

    public static FrozenSet<string> Of(Persona persona) => Known.GetValue(persona, Collect);

    private static FrozenSet<string> Collect(Persona persona)
    {
        var texts = persona.Layers
            .SelectMany(layer => layer.Says.Concat(layer.MeaningWords).Concat(layer.Cues).Append(layer.Meaning))
            .Concat(persona.Layers.SelectMany(layer => layer.Lines.All).SelectMany(lines => lines.Value))
            .Concat(persona.Facts.SelectMany(fact => fact.Says))
            .Append(persona.Name);
        return texts
            .SelectMany(text => Passage.Read(text.Replace('*', ' '), speller: null).Tokens)
            .Select(token => token.Text)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
