using System.Collections.Concurrent;
using System.Collections.Frozen;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients;

/// <summary>A persona with everything worked out that does not change from line to line.</summary>
internal sealed class PreparedPersona
{
    private readonly FrozenDictionary<(int? Layer, Reaction Reaction, string Cause), PreparedLine[]> lines;
    private readonly PreparedLine[][] says;
    private readonly string[][] said;
    private readonly List<string>[][] meanings;
    private readonly ConcurrentDictionary<(PreparedLine Line, int Layer), bool> givesAway = new();
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private readonly Lock warming = new();
    private Task<PersonaMeanings>? heard;

    public PreparedPersona(Persona persona)
    {
        Persona = persona;
        lines = Books(persona)
            .SelectMany(book => book.Lines.All.Select(pair => (Key: (book.Layer, pair.Key.Reaction, pair.Key.Cause), Lines: pair.Value)))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Lines.Select(line => new PreparedLine(line, pair.Key.Layer)).ToArray());
        says = [.. persona.Layers.Select((layer, index) => layer.Says.Select(line => new PreparedLine(line, index)).ToArray())];
        said =
        [
            .. persona.Layers.Select(layer => layer.Says.Concat(layer.Lines.All.SelectMany(pair => pair.Value)).ToArray()),
        ];
        Facts = [.. persona.Facts.Select(fact => new PreparedFact(fact))];
        ComingBack = [.. AllLines.Where(line => line.TakesEarlier)];
        Hidden = new HiddenFeelings(persona);
        Names = ProperNames.Of(persona);
        meanings = [.. persona.Layers.Select(MeaningOf)];
        foreach (var concept in AllLines.SelectMany(line => line.Concepts))
        {
            uses[concept] = uses.GetValueOrDefault(concept) + 1;
        }
    }

    public Persona Persona { get; }

    public IReadOnlyList<PreparedFact> Facts { get; }

    /// <summary>Her lines that come back to something said before.</summary>
    public IReadOnlyList<PreparedLine> ComingBack { get; }

    public HiddenFeelings Hidden { get; }

    /// <summary>Names in the persona's file, by lower case, as they are written.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>What the encoder makes of the persona; null until that is worked out.</summary>
    public PersonaMeanings? Meanings => heard is { IsCompletedSuccessfully: true } ready ? ready.Result : null;

    /// <summary>Ends when it is worked out; at once where nobody began.</summary>
    public Task Warming => heard ?? Task.CompletedTask;

    /// <summary>Has it worked out beside the turns, once, whoever asks.</summary>
    public void Warm(Lazy<QuestionExamples> examples, SentenceEncoder encoder)
    {
        lock (warming)
        {
            heard ??= Task.Run(() => new PersonaMeanings(this, examples.Value, encoder));
        }
    }

    public IEnumerable<PreparedLine> AllLines => says.Concat(lines.Values).SelectMany(group => group);

    public IReadOnlyList<PreparedLine> Says(int layer) => says[layer];

    public IReadOnlyList<PreparedLine> Lines(int? layer, Reaction reaction, string cause) =>
        lines.TryGetValue((layer, reaction, cause), out var found) ? found : [];

    /// <summary>How much it means that a line and a reply share this word, 0 to 1: the rarer, the more.</summary>
    public double Weight(string concept) =>
        Words.IsGeneric(concept) ? 0.1 : uses.GetValueOrDefault(concept) switch { <= 2 => 1, <= 5 => 0.7, <= 10 => 0.4, _ => 0.2 };

    /// <summary>True where these words stand in a line of a layer above this one; of the first layer, in its own.</summary>
    public bool SaysBefore(string words, int layer) => said.Take(Math.Max(1, layer))
        .Any(lines => Array.Exists(lines, line => line.Contains(words, StringComparison.Ordinal)));

    /// <summary>True where any of her lines speaks of this.</summary>
    public bool Speaks(string concept) => uses.ContainsKey(concept);

    /// <summary>True where a line of hers, spoken at a layer, would give away what a deeper one holds.</summary>
    public bool GivesAway(PreparedLine line, int layer) =>
        givesAway.GetOrAdd((line, layer), static (key, hidden) => hidden.AreIn(key.Line.Sequence, key.Layer), Hidden);

    /// <summary>True where words name what a layer that is open holds: its meaning or one of its feelings.</summary>
    public bool Meets(IReadOnlyList<string> sequence, int layer) =>
        meanings.Take(layer + 1).Any(words => Array.Exists(words, word => Phrases.IsIn(word, sequence)));

    private static IEnumerable<(int? Layer, LineBook Lines)> Books(Persona persona)
    {
        yield return (null, persona.Lines);
        for (var layer = 0; layer < persona.Layers.Count; layer++)
        {
            yield return (layer, persona.Layers[layer].Lines);
        }
    }

    private static List<string>[] MeaningOf(Layer layer) =>
    [
        .. layer.Feels.Secondary.Append(layer.Feels.Primary).SelectMany(HiddenFeelings.NamesOf).Concat(layer.MeaningWords).Select(Words.Sequence),
    ];
}
