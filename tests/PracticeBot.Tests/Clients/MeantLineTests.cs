using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

/// <summary>Among the lines that would fit, the one that is about what was just said, in whatever words.</summary>
public sealed class MeantLineTests(HearingClient hearing) : IClassFixture<HearingClient>
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 12)];

    [Theory]
    [InlineData("maya", 0, "You carry a tally of debts to everybody.", "There's a list on my phone, people I owe.")]
    [InlineData("maya", 2, "A colleague only just stopped you, and she nearly wasn't there.", "If Bev had been on her break…")]
    [InlineData("walter", 0, "They discuss you as if you were furniture.", "they're talking across me like I'm a wardrobe")]
    [InlineData("henrik", 0, "Your daughter can tell you're not there.", "She said 'thanks, Henrik'.")]
    [InlineData("grace", 0, "They hand you leaflets instead of help.", "There's a care plan, it's got a tree on the front.")]
    public async Task A_reply_is_gone_on_from_with_the_line_about_the_same_thing(string id, int layer, string reply, string line)
    {
        var persona = Shipped(id);

        var spoken = new List<string>();
        foreach (var seed in Seeds)
        {
            spoken.Add((await hearing.GoesOnAsync(persona, reply, layer, seed)).Text);
        }

        spoken.ShouldAllBe(text => text.Contains(line, StringComparison.Ordinal));
        Seeds.Select(seed => HearingClient.GoesOn(new ScriptedClient(), persona, reply, layer, seed).Text).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Where_lines_are_as_near_as_each_other_the_seed_decides()
    {
        var maya = Shipped("maya");

        var spoken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in Seeds)
        {
            spoken.Add((await hearing.GoesOnAsync(maya, "Your boyfriend notices how hard you are on yourself.", layer: 0, seed)).Text);
        }

        spoken.Count.ShouldBeGreaterThan(1);
    }

    private static Persona Shipped(string id) =>
        PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension)).Persona.ShouldNotBeNull();
}
