using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;

namespace PracticeBot.Tests.Practice;

/// <summary>A learner in a practice conversation.</summary>
internal sealed class PracticeTalk(BotHost host, DirectLineClient client)
{
    public DirectLineClient Client => client;

    public static async Task<PracticeTalk> BeginAsync(BotHost host, params string[] said)
    {
        var talk = new PracticeTalk(host, await DirectLineClient.StartAsync(host));
        foreach (var words in said)
        {
            await talk.SayAsync(words);
        }

        return talk;
    }

    /// <summary>Says something and gives what the bot answers to it, once it has answered.</summary>
    public async Task<IReadOnlyList<JsonObject>> SayAsync(string words)
    {
        var id = await client.SayAsync(words);
        await SettledAsync();
        return await AnswersToAsync(id);
    }

    /// <summary>Presses a button of a card.</summary>
    /// <param name="about">The practice object of the line that the card belongs to.</param>
    public Task<IReadOnlyList<JsonObject>> PressAsync(JsonObject about, string command, JsonNode? value = null)
    {
        var practice = new JsonObject { ["command"] = command, ["session"] = (string?)about["session"], ["id"] = (string?)about["id"] };
        if (value is not null)
        {
            practice["value"] = value;
        }

        var press = DirectLineClient.Message(string.Empty);
        press["value"] = new JsonObject { ["practice"] = practice };
        return PressAsync(press);
    }

    public async Task<IReadOnlyList<JsonObject>> PressAsync(JsonObject press)
    {
        using var answer = await client.SendAsync(HttpMethod.Post, client.Activities, press);
        var id = (string)(await DirectLineClient.JsonAsync(answer))["id"]!;
        await SettledAsync();
        return await AnswersToAsync(id);
    }

    /// <summary>Waits until everything that was said is handled and everything that came of it has gone out, and not one message less.</summary>
    public async Task SettledAsync()
    {
        // Only ends a test that would hang.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await IsSettledAsync())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private async Task<bool> IsSettledAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        return !await db.Inbox.AnyAsync(row => row.DoneAt == null) && !await db.Outbox.AnyAsync(row => row.SentAt == null && !row.Failed);
    }

    public async Task<IReadOnlyList<JsonObject>> AnswersToAsync(string id) =>
        [.. (await client.PollAsync()).Activities.Where(activity => (string?)activity["replyToId"] == id)];
}

internal static class Answers
{
    public static string Text(this JsonObject activity) => (string?)activity["text"] ?? string.Empty;

    public static JsonObject Practice(this JsonObject activity) => activity["channelData"]!["practice"]!.AsObject();

    public static bool IsCard(this JsonObject activity) => activity["attachments"] is JsonArray { Count: > 0 };
}
