using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Tests.Content;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients.Guarding;

/// <summary>The guard against what the authors themselves wrote: nothing of it is held back in its place, and a later moment is before its time.</summary>
public sealed class ShippedLinesTests
{
    private static readonly Lazy<LineGuard> Guard = new(() =>
    {
        var encoder = new EncoderSource(EncoderFolder.Path);
        encoder.Load();
        return new LineGuard(encoder);
    });

    public static TheoryData<string> Clients => new(ShippedPersonas.Ids.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Clients))]
    public void Nothing_that_the_author_wrote_for_a_moment_is_held_back_at_it(string client)
    {
        var persona = Shipped(client);
        var held = new List<string>();
        for (var layer = 0; layer < persona.Layers.Count; layer++)
        {
            var own = persona.Layers[layer].Lines.All
                .Concat(persona.Layers[layer].Says.Select(says => KeyValuePair.Create((Reaction.Deepen, Causes.Other), (IReadOnlyList<string>)[says])));
            foreach (var ((reaction, cause), lines) in own.Concat(persona.Lines.All))
            {
                foreach (var text in lines.Where(text => !text.Contains('{', StringComparison.Ordinal)))
                {
                    var line = Line(persona, layer, reaction, cause, guide: text == lines[0] ? lines[^1] : lines[0]);
                    held.AddRange(Faults(text, line).Select(fault => $"{persona.Layers[layer].Id} {reaction}/{cause} {fault}"));
                }
            }
        }

        held.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void What_is_said_at_a_later_moment_is_held_back_before_it(string client)
    {
        var persona = Shipped(client);
        var (told, missed) = (0, new List<string>());
        for (var layer = 0; layer < persona.Layers.Count - 1; layer++)
        {
            for (var later = layer + 1; later < persona.Layers.Count; later++)
            {
                foreach (var says in persona.Layers[later].Says)
                {
                    told++;
                    if (!Faults(says, Line(persona, layer, Reaction.Continue, Causes.Feeling, guide: "Mm.")).Any())
                    {
                        missed.Add($"{persona.Layers[layer].Id} <- {persona.Layers[later].Id}");
                    }
                }
            }
        }

        missed.ShouldBeEmpty($"{told - missed.Count} of {told} held back");
    }

    private static IEnumerable<string> Faults(string text, GuardedLine line)
    {
        var released = string.Empty;
        foreach (var sentence in new SentenceSplitter(line.Persona.Name).Whole(text))
        {
            if (Guard.Value.Check(sentence, line with { Released = released }) is { } fault)
            {
                yield return $"{fault}: {sentence}";
            }

            released = $"{released} {sentence}";
        }
    }

    private static GuardedLine Line(Persona persona, int layer, Reaction reaction, string cause, string guide) => new()
    {
        Persona = persona,
        Directive = new Directive
        {
            Reaction = reaction, Cause = cause, Layer = layer, Trust = persona.TrustToOpen(layer), Distress = persona.StartDistress,
        },
        Guide = guide,
    };

    private static Persona Shipped(string id) =>
        PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension)).Persona.ShouldNotBeNull();
}
