using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class BadInputTests : IDisposable
{
    private const string Connector = "/api/messages";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, HttpStatusCode> Bodies => new()
    {
        { "not JSON", "secret", HttpStatusCode.BadRequest },
        { "cut off", """{"type":"message","text":"secret""", HttpStatusCode.BadRequest },
        { "nothing", "", HttpStatusCode.BadRequest },
        { "not an object", """["secret"]""", HttpStatusCode.BadRequest },
        { "no type", """{"text":"secret"}""", HttpStatusCode.BadRequest },
        { "a field of the wrong type", """{"type":"message","text":["secret"]}""", HttpStatusCode.BadRequest },
        { "another field of the wrong type", """{"type":"message","from":"secret"}""", HttpStatusCode.BadRequest },
        { "channel data of the wrong type", """{"type":"message","channelData":"secret"}""", HttpStatusCode.BadRequest },
        { "half a letter", """{"type":"message","text":"secret \ud800"}""", HttpStatusCode.BadRequest },
        { "half a letter out of sight", """{"type":"message","value":{"a":"secret \udfff"}}""", HttpStatusCode.BadRequest },
        { "a name twice", """{"type":"message","text":"secret","text":"secret"}""", HttpStatusCode.BadRequest },
        { "an id with a NUL", """{"type":"message","id":"secret\u0000"}""", HttpStatusCode.BadRequest },
        { "an id of two lines", """{"type":"message","id":"secret\nsecret"}""", HttpStatusCode.BadRequest },
        { "an id without end", $$"""{"type":"message","id":"{{new string('x', 401)}}"}""", HttpStatusCode.BadRequest },
        { "a sender with a NUL", """{"type":"message","from":{"id":"\u0000secret"}}""", HttpStatusCode.BadRequest },
        { "a sender without end", $$$"""{"type":"message","from":{"id":"{{{new string('x', 100_000)}}}"}}""", HttpStatusCode.BadRequest },
        { "a conversation with a NUL", """{"type":"message","conversation":{"id":"secret\u0000"}}""", HttpStatusCode.BadRequest },
        { "a conversation without end", $$$"""{"type":"message","conversation":{"id":"{{{new string('x', 401)}}}"}}""", HttpStatusCode.BadRequest },
        { "a channel without end", $$"""{"type":"message","channelId":"{{new string('x', 65)}}"}""", HttpStatusCode.BadRequest },
        { "a client's id with a control character", """{"type":"message","channelData":{"clientActivityID":"secret\u0085"}}""", HttpStatusCode.BadRequest },
        { "a client's id without end", $$$"""{"type":"message","channelData":{"clientActivityID":"{{{new string('x', 401)}}}"}}""", HttpStatusCode.BadRequest },
        { "a client's id that is a number", """{"type":"message","channelData":{"clientActivityID":5}}""", HttpStatusCode.BadRequest },
        { "a client's id that is an object", """{"type":"message","channelData":{"clientActivityID":{"a":"secret"}}}""", HttpStatusCode.BadRequest },
        { "nested 500 deep", $$"""{"type":"message","value":{{new string('[', 500)}}{{new string(']', 500)}}}""", HttpStatusCode.BadRequest },
        { "1 MB", $$"""{"type":"message","text":"{{new string('x', 1024 * 1024)}}"}""", HttpStatusCode.RequestEntityTooLarge },
        { "just too large", $$"""{"type":"message","text":"{{new string('x', 256 * 1024)}}"}""", HttpStatusCode.RequestEntityTooLarge },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Direct_line_refuses_it_says_why_quotes_nothing_and_goes_on(string what, string body, HttpStatusCode status)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        using var answer = await client.SendAsync(HttpMethod.Post, client.Activities, Json(body));

        answer.StatusCode.ShouldBe(status, what);
        var error = (await DirectLineClient.JsonAsync(answer))["error"].ShouldNotBeNull();
        error["message"]!.GetValue<string>().ShouldNotBeEmpty();
        error.ToJsonString().ShouldNotContain("secret");
        await client.SayAsync("hello");
        await client.HearAsync(1);
        host.Logs.Text.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Ids_of_any_other_letters_and_of_the_greatest_length_are_taken()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        var message = DirectLineClient.Message("hello", "é 你好 😀 |%00");
        message["id"] = new string('x', 400);

        using var answer = await client.SendAsync(HttpMethod.Post, client.Activities, message);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.HearAsync(1))[0]["replyToId"]!.GetValue<string>().ShouldBe(new string('x', 400));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_channel_endpoint_refuses_it_says_why_and_quotes_nothing(string what, string body, HttpStatusCode status)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, "--environment=Development");

        using var answer = await host.Client.PostAsync(Connector, Json(body), TestContext.Current.CancellationToken);

        await ShouldBeProblemAsync(answer, status, what);
        host.Logs.Text.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("""{"type":"message","channelId":"emulator","from":{"id":"u"},"serviceUrl":"http://localhost:1","text":"secret"}""")]
    [InlineData("""{"type":"message","channelId":"emulator","from":{"id":"u"},"serviceUrl":"http://localhost:1","conversation":{"name":"secret"}}""")]
    [InlineData("""{"type":"message","from":{"id":"u"},"serviceUrl":"http://localhost:1","conversation":{"id":"c"},"text":"secret"}""")]
    [InlineData("""{"type":"message","channelId":"emulator","serviceUrl":"http://localhost:1","conversation":{"id":"c"},"text":"secret"}""")]
    public async Task The_channel_endpoint_refuses_what_no_reply_could_reach(string body)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, "--environment=Development");

        using var answer = await host.Client.PostAsync(Connector, Json(body), TestContext.Current.CancellationToken);

        await ShouldBeProblemAsync(answer, HttpStatusCode.BadRequest, body);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/vnd.microsoft.activity")]
    [InlineData("application/jsonp")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused_everywhere(string? type)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, "--environment=Development");
        var client = await DirectLineClient.StartAsync(host);

        using var directLine = await client.SendAsync(HttpMethod.Post, client.Activities, Json("""{"type":"message"}""", type));
        using var start = await client.SendAsync(HttpMethod.Post, "/v3/directline/conversations", Json("""{"locale":"en"}""", type));
        using var connector = await host.Client.PostAsync(Connector, Json("""{"type":"message"}""", type), TestContext.Current.CancellationToken);

        directLine.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        start.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        await ShouldBeProblemAsync(connector, HttpStatusCode.UnsupportedMediaType, type ?? "none");
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("[]")]
    [InlineData("""{"user":"secret"}""")]
    [InlineData("""{"locale":{"a":"secret"}}""")]
    [InlineData("""{"locale":"secret\ud800"}""")]
    [InlineData("""{"user":{"id":"secret\u0000"}}""")]
    public async Task A_conversation_does_not_begin_with_what_cannot_be_read(string body)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.NewAsync(host);

        using var answer = await client.SendAsync(HttpMethod.Post, "/v3/directline/conversations", Json(body));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await DirectLineClient.JsonAsync(answer))["error"].ShouldNotBeNull().ToJsonString().ShouldNotContain("secret");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task ShouldBeProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string what)
    {
        answer.StatusCode.ShouldBe(status, what);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await DirectLineClient.JsonAsync(answer);
        problem["title"]!.GetValue<string>().ShouldNotBeEmpty();
        problem.ToJsonString().ShouldNotContain("secret");
    }

    private static ByteArrayContent Json(string body, string? type = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
