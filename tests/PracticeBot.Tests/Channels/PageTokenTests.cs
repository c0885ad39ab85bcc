using System.Net;
using System.Text.Json.Nodes;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class PageTokenTests : IDisposable
{
    private const string Path = "/api/directline/token";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_new_browser_gets_a_cookie_that_no_page_reads_and_a_conversation()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);

        using var answer = await AskAsync(host, Path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var json = await DirectLineClient.JsonAsync(answer);
        json.Select(field => field.Key).ShouldBe(["conversationId", "token", "expires_in"], ignoreOrder: true);
        User(json).ShouldStartWith("dl_");
    }

    [Fact]
    public async Task A_learner_who_comes_back_keeps_the_conversation_even_on_a_server_that_started_anew()
    {
        string cookie;
        JsonObject first;
        await using (var host = await BotHost.StartAsync(_folder, BotHost.Echo))
        {
            using var answer = await AskAsync(host, Path);
            cookie = Cookie(answer);
            first = await DirectLineClient.JsonAsync(answer);
        }

        await using var anew = await BotHost.StartAsync(_folder, BotHost.Echo);
        using var again = await AskAsync(anew, $"{Path}?conversationId={first["conversationId"]}", cookie);
        var oldToken = new DirectLineClient(anew, first);
        await oldToken.SayAsync("still me");

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var second = await DirectLineClient.JsonAsync(again);
        second["conversationId"]!.GetValue<string>().ShouldBe(first["conversationId"]!.GetValue<string>());
        User(second).ShouldBe(User(first));
    }

    [Fact]
    public async Task Another_learners_conversation_is_404_as_one_that_does_not_exist()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        using var theirs = await AskAsync(host, Path);
        using var mine = await AskAsync(host, Path);
        var id = (string)(await DirectLineClient.JsonAsync(theirs))["conversationId"]!;

        foreach (var (path, cookie) in new[]
        {
            ($"{Path}?conversationId={id}", Cookie(mine)),
            ($"{Path}?conversationId={id}", null),
            ($"{Path}?conversationId={id}", "practicebot_learner=made-up"),
            ($"{Path}?conversationId=none", Cookie(mine)),
        })
        {
            using var answer = await AskAsync(host, path, cookie);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://elsewhere.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "HOST", true)]
    public async Task Only_this_sites_own_pages_get_a_token(string header, string value, bool isGiven)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Headers.Add(header, value.Replace("HOST", host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(isGiven ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpResponseMessage> AskAsync(BotHost host, string path, string? cookie = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    /// <summary>Reads the claim as clients do: without asking whether the token is signed.</summary>
    private static string User(JsonObject answer)
    {
        var claims = answer["token"]!.GetValue<string>().Split('.')[1];
        return JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(claims))!["user"]!.GetValue<string>();
    }
}
