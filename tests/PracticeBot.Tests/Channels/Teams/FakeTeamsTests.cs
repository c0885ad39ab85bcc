using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Teams;

/// <summary>The connector that the bot is held to notices what Teams would not take.</summary>
public sealed class FakeTeamsTests : IAsyncLifetime
{
    private readonly HttpClient _bot = new();
    private FakeTeams _teams = null!;

    public async ValueTask InitializeAsync() => _teams = await FakeTeams.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_keeps_the_rules_is_taken()
    {
        (await PostAsync(Message())).ShouldBe(HttpStatusCode.Created);
        _teams.Breaches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no label")]
    [InlineData("two labels")]
    [InlineData("no feedback loop")]
    [InlineData("mention without its text")]
    [InlineData("seven suggested actions")]
    [InlineData("suggested actions in a group")]
    [InlineData("newer card")]
    [InlineData("execute without fallback")]
    public async Task A_message_that_breaks_one_is_noted(string what)
    {
        var message = Message(what.EndsWith("group", StringComparison.Ordinal) ? "groupChat" : "personal");
        switch (what)
        {
            case "no label":
                message.Remove("entities");
                break;
            case "two labels":
                message["entities"]!.AsArray().Add(message["entities"]![0]!.DeepClone());
                break;
            case "no feedback loop":
                message.Remove("channelData");
                break;
            case "mention without its text":
                message["entities"]!.AsArray().Add((JsonNode)new JsonObject { ["type"] = "mention", ["text"] = "<at>Ana</at>" });
                break;
            case "seven suggested actions" or "suggested actions in a group":
                message["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. Enumerable.Range(0, 7).Select(_ => (JsonNode)new JsonObject())]) };
                break;
            case "newer card":
                message["attachments"] = Card("1.6", new JsonObject());
                break;
            case "execute without fallback":
                message["attachments"] = Card("1.5", new JsonObject { ["type"] = "Action.Execute" });
                break;
        }

        await PostAsync(message);

        _teams.Breaches.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused()
    {
        var message = Message();
        message["text"] = new string('a', 60_000);

        (await PostAsync(message)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _teams.Breaches.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stream_in_a_group_is_refused()
    {
        (await PostAsync(Chunk("One.", 1, id: null, "groupChat"))).ShouldBe(HttpStatusCode.Forbidden);
        _teams.Breaches.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("too soon", 2, true, "One. Two.")]
    [InlineData("out of sequence", 3, true, "One. Two.")]
    [InlineData("not what stood before", 2, true, "Two.")]
    [InlineData("without its id", 2, false, "One. Two.")]
    public async Task A_chunk_that_breaks_a_rule_is_noted(string what, int sequence, bool hasId, string text)
    {
        await PostAsync(Chunk("One.", 1, id: null));
        if (what != "too soon")
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        await PostAsync(Chunk(text, sequence, hasId ? _teams.All[0].Id : null));

        _teams.Breaches.ShouldHaveSingleItem();
    }

    private async Task<HttpStatusCode> PostAsync(JsonObject activity)
    {
        using var answer = await _bot.PostAsJsonAsync($"{_teams.Address}/v3/conversations/c/activities", activity);
        return answer.StatusCode;
    }

    private static JsonObject Message(string kind = "personal") => new()
    {
        ["type"] = "message",
        ["text"] = "hello",
        ["conversation"] = new JsonObject { ["conversationType"] = kind },
        ["channelData"] = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "https://schema.org/Message", ["additionalType"] = new JsonArray("AIGeneratedContent") }),
    };

    private static JsonObject Chunk(string text, int sequence, string? id, string kind = "personal")
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = "streaming", ["streamSequence"] = sequence };
        if (id is not null)
        {
            info["streamId"] = id;
        }

        return new JsonObject
        {
            ["type"] = "typing", ["text"] = text, ["conversation"] = new JsonObject { ["conversationType"] = kind }, ["entities"] = new JsonArray(info),
        };
    }

    private static JsonArray Card(string version, JsonObject action) => new(new JsonObject
    {
        ["content"] = new JsonObject { ["version"] = version, ["actions"] = new JsonArray(action) },
    });
}
