using System.Net;
using System.Text;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class UploadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_text_is_kept_the_files_are_not_and_the_chat_says_so(bool activityFirst)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        using var stream = await client.ListenAsync();

        using var answer = await UploadAsync(client, activityFirst, File("photo", 300_000), Activity("look at this"));
        var seen = await stream.ReadAsync(3);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        seen[0]["id"]!.GetValue<string>().ShouldBe((string)(await DirectLineClient.JsonAsync(answer))["id"]!);
        seen[0]["channelData"]!["clientActivityID"]!.GetValue<string>().ShouldBe("c1");
        seen[0].ContainsKey("attachments").ShouldBeFalse();
        seen[1]["text"]!.GetValue<string>().ShouldContain("files");
        seen[2]["text"]!.GetValue<string>().ShouldBe("echo: look at this");
    }

    [Fact]
    public async Task Files_without_a_word_are_no_reply_to_the_client()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        using var withEmptyText = await UploadAsync(client, activityFirst: true, File("photo", 10), Activity(""));
        using var withoutActivity = await UploadAsync(client, activityFirst: true, File("photo", 10));
        await client.SayAsync("hello");
        var heard = await client.HearAsync(3);

        withEmptyText.StatusCode.ShouldBe(HttpStatusCode.OK);
        withoutActivity.StatusCode.ShouldBe(HttpStatusCode.OK);
        heard.Count(activity => ((string)activity["text"]!).StartsWith("echo", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Attachments_that_come_in_the_message_itself_are_dropped_too()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        var message = DirectLineClient.Message("see");
        message["attachments"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["contentType"] = "image/png" });

        using var answer = await client.SendAsync(HttpMethod.Post, client.Activities, message);
        var heard = await client.HearAsync(2);

        heard[0]["text"]!.GetValue<string>().ShouldContain("files");
        heard[1]["text"]!.GetValue<string>().ShouldBe("echo: see");
    }

    [Fact]
    public async Task An_upload_that_cannot_be_read_is_refused()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        var path = $"/v3/directline/conversations/{client.ConversationId}/upload";

        using var notParts = new StringContent("{}", Encoding.UTF8, "application/json");
        using var cutOff = new StringContent("--b\r\nContent-Dispo");
        cutOff.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        using var first = await client.SendAsync(HttpMethod.Post, path, notParts);
        using var second = await client.SendAsync(HttpMethod.Post, path, cutOff);
        using var third = await UploadAsync(client, activityFirst: true, File("photo", 10), Activity("", "{\"type\":5}"));
        using var fourth = await UploadAsync(client, activityFirst: true, File("photo", 10), Activity(new string('x', 300_000)));

        using var nothing = new MultipartFormDataContent { { new StringContent("hello"), "text" } };
        using var fifth = await client.SendAsync(HttpMethod.Post, path, nothing);

        first.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        third.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        fourth.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        fifth.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await DirectLineClient.JsonAsync(fifth))["error"]!["message"]!.GetValue<string>().ShouldContain("'activity'");
        await client.SayAsync("goes on");
        (await client.HearAsync(1)).ShouldHaveSingleItem()["text"]!.GetValue<string>().ShouldBe("echo: goes on");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpResponseMessage> UploadAsync(
        DirectLineClient client, bool activityFirst, HttpContent file, HttpContent? activity = null)
    {
        using var form = new MultipartFormDataContent();
        if (activity is not null && activityFirst)
        {
            form.Add(activity, "activity");
        }

        form.Add(file, "file", "photo.png");
        if (activity is not null && !activityFirst)
        {
            form.Add(activity, "activity");
        }

        return await client.SendAsync(
            HttpMethod.Post, $"/v3/directline/conversations/{client.ConversationId}/upload?userId=user", form);
    }

    private static StringContent Activity(string text, string? json = null) => new(
        json ?? DirectLineClient.Message(text, "c1").ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity");

    private static ByteArrayContent File(string name, int length) =>
        new(Encoding.ASCII.GetBytes(name.PadRight(length, '.'))) { Headers = { ContentType = new("image/png") } };
}
