using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PracticeBot.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class LogTests : IDisposable
{
    private const string Matter = "unmistakable-private-matter";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Nothing_that_a_learner_says_and_no_token_stands_in_the_logs()
    {
        await using var gone = await FakeConnector.StartAsync(404);
        await using var host = await BotHost.StartAsync(
            _folder,
            turn => turn.Activity.Text?.Contains("fail", StringComparison.Ordinal) == true
                ? throw new InvalidOperationException(turn.Activity.Text)
                : BotHost.Echo(turn),
            "--environment=Development");
        var client = await DirectLineClient.StartAsync(host);
        var url = await client.StreamUrlAsync();
        using (var stream = await DirectLineStream.OpenAsync(url))
        {
            await client.SayAsync(Matter);
            await stream.ReadAsync(2);
        }

        await client.SayAsync($"{Matter} fail");
        using var broken = await client.SendAsync(HttpMethod.Post, client.Activities, new StringContent($"{{\"{Matter}\""));
        using var lost = await client.SendAsync(HttpMethod.Get, $"/nowhere/{Matter}?t={Matter}");
        using var answer = await host.Client.PostAsJsonAsync(
            "/api/messages",
            new JsonObject
            {
                ["type"] = "message",
                ["id"] = "1",
                ["channelId"] = "emulator",
                ["serviceUrl"] = gone.Address,
                ["from"] = new JsonObject { ["id"] = "user" },
                ["conversation"] = new JsonObject { ["id"] = Matter },
                ["text"] = Matter,
            },
            TestContext.Current.CancellationToken);
        await gone.TakeAsync(1);
        await client.HearAsync(2);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!host.Logs.Text.Contains("status 404", StringComparison.Ordinal))
        {
            await Task.Delay(10, patience.Token);
        }

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Logs.Text.ShouldContain("is given up");
        host.Logs.Text.ShouldNotContain(Matter);
        host.Logs.Text.ShouldNotContain(client.Token);
        host.Logs.Text.ShouldNotContain("t=");
        host.Logs.Text.ShouldNotContain("watermark=");
    }

    public void Dispose() => _folder.Dispose();
}
