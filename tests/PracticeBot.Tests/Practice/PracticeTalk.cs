using System.Text.Json.Nodes;
using PracticeBot.Tests.Channels;

namespace PracticeBot.Tests.Practice;

/// <summary>A learner in a practice conversation.</summary>
internal sealed class PracticeTalk(DirectLineClient client)
{
    public DirectLineClient Client => client;

    public static async Task<PracticeTalk> BeginAsync(BotHost host, params string[] said)
    {
        var talk = new PracticeTalk(await DirectLineClient.StartAsync(host));
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
        while (await AnswersToAsync(id) is [])
        {
            await Task.Delay(10, Xunit.TestContext.Current.CancellationToken);
        }

        // A turn's messages are stored as one: where the first one is there, the others are.
        return await AnswersToAsync(id);
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
