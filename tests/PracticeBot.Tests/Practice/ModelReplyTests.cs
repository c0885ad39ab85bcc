using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Reading;
using PracticeBot.Practice;
using PracticeBot.Tests.Reading;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

/// <summary>What is shown as one way to meet a moment has to meet it.</summary>
public sealed class ModelReplyTests
{
    private static readonly IStringLocalizer<ChatText> Text = new ServiceCollection()
        .AddLogging(logging => logging.ClearProviders()).AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ChatText>>();

    [Theory]
    [InlineData("maya")]
    [InlineData("tariq")]
    [InlineData("rosa")]
    [InlineData("henrik")]
    [InlineData("grace")]
    [InlineData("walter")]
    [InlineData("minh")]
    [InlineData("nadia")]
    public async Task At_every_moment_of_every_client_it_lands(string client)
    {
        var persona = RepairTalk.With(client).Encounter.Persona;
        var pipeline = TurnPipeline.Embedded(new EmbeddedAssessor(), new ScriptedClient());
        for (var layer = 0; layer < persona.Layers.Count; layer++)
        {
            var moment = pipeline.Begin(persona, seed: 1, layer);
            var reply = ModelReply.For(persona, moment.State, Text);
            (await pipeline.PlayAsync(moment, reply, TurnStage.Unwatched, TestContext.Current.CancellationToken)).Decision.Verdict.ShouldBe(Verdict.Attuned, $"{client} {persona.Layers[layer].Id}: {reply}");
        }
    }

    [Theory]
    [InlineData("maya", "Don't be silly.")]
    [InlineData("nadia", "You're being selfish, think of the kids.")]
    [InlineData("tariq", "Calm down.")]
    [InlineData("rosa", "Have you tried a hobby?", "You should get out more.")]
    public void In_a_rupture_it_brings_the_client_nearer_stage_by_stage(string client, params string[] slips)
    {
        var talk = RepairTalk.With(client);
        foreach (var slip in slips)
        {
            talk.Hears(slip);
        }

        const int MostReplies = 4;
        Reaction reaction;
        var replies = 0;
        do
        {
            talk.Encounter.State.Rupture.IsOpen.ShouldBeTrue();
            var reply = ModelReply.For(talk.Encounter.Persona, talk.Encounter.State, Text);
            reaction = talk.Hears(reply).Decision.Directive!.Reaction;
            reaction.ShouldBeOneOf([Reaction.Soften, Reaction.Repaired, Reaction.Guarded], reply);
        }
        while (reaction != Reaction.Repaired && ++replies < MostReplies);

        reaction.ShouldBe(Reaction.Repaired, string.Join(" / ", talk.Encounter.Replies));
    }
}
