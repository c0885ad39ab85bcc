using System.Globalization;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Content;

/// <summary>Makes the client out of a file in which no fault was found.</summary>
public static class PersonaBuilder
{
    /// <summary>1 to 5, for a feeling whose file does not say how strong it is.</summary>
    private const int UsualIntensity = 3;

    public static Persona Build(PersonaFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var standard = new
        {
            Difficulty = 2, Trust = 45.0, Distress = 50.0,
        };
        var tendency = file.Tendency!.Value;
        var name = file.Name!.Value;
        var pack = TendencyPacks.Of(tendency);
        var facts = Facts(file.Facts);
        var lines = SafetyFact.In(Book(file.Lines), facts);
        return new Persona
        {
            Id = PersonaId.TryParse(file.Id!.Value, out var id) ? id : throw new InvalidOperationException("The id was not checked."),
            Name = name,
            About = new About(file.About!.Age?.Value, file.About.Pronouns?.Value, file.About.Line!.Value),
            Difficulty = file.Difficulty?.Value ?? standard.Difficulty,
            Trains = Values(file.Trains),
            ContentNotes = Values(file.ContentNotes),
            Tendency = tendency,
            StartTrust = file.Trust?.Value ?? standard.Trust,
            StartDistress = file.Distress?.Value ?? standard.Distress,
            Voice = file.Voice!.Value,
            Layers = [.. file.Layers!.Select((layer, index) => Layer(layer, index, file.Layers!) with { Lines = pack.BehindLayer(Book(layer.Lines), lines) })],
            Facts = [.. facts, .. pack.FactsBeside(facts, name)],
            Lines = pack.Behind(lines),
            RuptureFeels = Values(file.Rupture?.Feels),
            Expectations = [.. Expectations(file).Select(expectation => expectation.Value)],
            Reveals = file.Reveal?.Value ?? true,
            Rubric = RubricRanges.With(file.Rubric),
        };
    }

    public static IReadOnlyList<Located<Expectation>> Expectations(PersonaFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return
        [
            .. (file.Expectations ?? []).Select(part => new Located<Expectation>(
                new Expectation(part.Moment!.Value, part.Reply!.Value, part.Verdict?.Value, part.Level?.Value, part.Reaction?.Value), part.Place)),
        ];
    }

    /// <summary>The name of the layer with this index where its file gives none.</summary>
    public static string LayerId(LayerPart layer, int index)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer.Id?.Value ?? string.Create(CultureInfo.InvariantCulture, $"m{index + 1}");
    }

    public static LineBook Book(LinesPart? lines) => new((lines?.Lines ?? [])
        .GroupBy(line => (line.Reaction, line.Cause))
        .Select(group => KeyValuePair.Create(group.Key, (IReadOnlyList<string>)[.. group.Select(line => line.Text.Value)])));

    public static IReadOnlyList<Fact> Facts(IReadOnlyList<FactPart>? facts) =>
        [.. (facts ?? []).Select(fact => new Fact(Values(fact.Ask), Values(fact.Says), fact.Trust?.Value ?? 0))];

    private static Layer Layer(LayerPart layer, int index, IReadOnlyList<LayerPart> all) => new()
    {
        Id = LayerId(layer, index),
        Says = Values(layer.Says),
        Feels = new FeltEmotion(
            layer.Feels!.Primary!.Value,
            new Intensity(layer.Feels.Intensity?.Value ?? UsualIntensity),
            Values(layer.Feels.Secondary)),
        Meaning = layer.Meaning!.Value,
        MeaningWords = Values(layer.MeaningWords),
        Need = layer.Need?.Value,
        Cues = Values(layer.Cues),
        Misreads = Values(layer.Misreads),
        TrustAboveStart = LayerTrust.Of(all)[index],
    };

    private static IReadOnlyList<T> Values<T>(IReadOnlyList<Located<T>>? located) => [.. (located ?? []).Select(value => value.Value)];
}
