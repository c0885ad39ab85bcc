using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

/// <summary>The shipped clients, spoken by the script.</summary>
public sealed class ShippedVoiceTests
{
    private static readonly (string Reply, string Cause)[] PlainReplies =
    [
        ("It sounds like that really hurts.", Causes.Feeling),
        ("You feel alone with it.", Causes.Feeling),
        ("You keep trying and it's never enough.", Causes.Meaning),
        ("So it stays with you all day. Is that right?", Causes.Check),
        ("Anyone would feel that, with all of this.", Causes.Validation),
        ("You wanted it to be different.", Causes.Meaning),
    ];

    public static TheoryData<string> Ids =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "personas"), "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fifteen_plain_replies_at_one_layer_hear_nothing_twice(string id)
    {
        var persona = Read(id);
        for (var layer = 0; layer < persona.Layers.Count; layer++)
        {
            var talk = new Hearing(persona, seed: layer);
            var said = talk.Open().Templates.ToHashSet(StringComparer.Ordinal);
            for (var turn = 0; turn < 15; turn++)
            {
                var (reply, cause) = PlainReplies[turn % PlainReplies.Length];
                foreach (var template in talk.Says(reply, Reaction.Continue, cause, layer).Templates)
                {
                    said.Add(template).ShouldBeTrue($"{id}, layer {layer + 1}, reply {turn + 1}: {template}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Whatever_happens_nothing_of_a_deeper_layer_is_said(string id)
    {
        var persona = Read(id);
        string[] causes = [Causes.Other, Causes.Feeling, Causes.OpenQuestion, Causes.ClosedQuestion, Causes.Encourager, Causes.WrongFeeling, Causes.Advice];
        for (var layer = 0; layer < persona.Layers.Count; layer++)
        {
            var open = persona.Layers.Take(layer + 1).SelectMany(Lines).Concat(persona.Lines.All.SelectMany(pair => pair.Value)).ToHashSet(StringComparer.Ordinal);
            var deeper = persona.Layers.Skip(layer + 1).SelectMany(Lines).Where(line => !open.Contains(line)).ToHashSet(StringComparer.Ordinal);
            var deepestWords = persona.Layers[^1].Says[0];
            foreach (var reaction in Enum.GetValues<Reaction>())
            {
                var talk = new Hearing(persona, seed: layer);
                foreach (var cause in causes)
                {
                    talk.Says($"What about this? {deepestWords}", reaction, cause, layer, trust: 100, severity: 1).Templates
                        .ShouldAllBe(template => !deeper.Contains(template));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_way_to_ask_that_the_file_lists_finds_an_answer_that_lists_it_or_its_like(string id)
    {
        var persona = Read(id);
        foreach (var fact in persona.Facts)
        {
            foreach (var ask in fact.Ask)
            {
                var line = new Hearing(persona).Says($"{ask}?", Reaction.Answer, Causes.OpenQuestion, layer: 0, trust: 100);
                persona.Facts.SelectMany(one => one.Says).Contains(line.Templates[0], StringComparer.Ordinal).ShouldBeTrue($"{id}: {ask}? -> {line.Text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_layer_opens_with_its_bridge_and_its_own_words(string id)
    {
        var persona = Read(id);
        for (var layer = 1; layer < persona.Layers.Count; layer++)
        {
            var line = new Hearing(persona).Says("You've carried that a long time.", Reaction.Deepen, Causes.Meaning, layer);

            line.Templates.Count.ShouldBe(2);
            persona.Layers[layer].Says.ShouldContain(says => says == line.Templates[1]);
            line.Text.Replace("I've carried that a long time… ", string.Empty, StringComparison.Ordinal).ShouldBe($"{line.Templates[0]} {line.Templates[1]}");
            line.Discloses.ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_direct_question_about_suicide_is_answered_in_her_own_words(string id)
    {
        var persona = Read(id);
        var line = new Hearing(persona).Says("I want to ask you straight: are you having thoughts of suicide?", Reaction.Answer, Causes.Risk, trust: 0);

        persona.Facts.SelectMany(fact => fact.Says).ShouldContain(says => says == line.Text);
    }

    private static IEnumerable<string> Lines(Layer layer) => layer.Says.Concat(layer.Lines.All.SelectMany(pair => pair.Value));

    private static Persona Read(string id) =>
        PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension)).Persona.ShouldNotBeNull();
}
