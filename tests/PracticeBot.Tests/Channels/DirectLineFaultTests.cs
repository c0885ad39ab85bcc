using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class DirectLineFaultTests : IDisposable
{
    private const string Base = "/v3/directline";
    private const string Secret = "a-secret-of-the-server";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    public static TheoryData<string, string> Calls => new()
    {
        { "POST", $"{Base}/conversations" },
        { "POST", $"{Base}/tokens/refresh" },
        { "GET", $"{Base}/conversations/ID" },
        { "GET", $"{Base}/conversations/ID/activities" },
        { "POST", $"{Base}/conversations/ID/activities" },
        { "POST", $"{Base}/conversations/ID/upload" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_token_that_is_missing_or_malformed_is_401(string method, string path)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.NewAsync(host);
        var good = client.Token;
        var claims = good.Split('.')[1];
        string[] bad = ["", "x", "a.b.c", "..", $"{good}x", good.Replace(claims, $"{claims}A", StringComparison.Ordinal), Secret];

        foreach (var token in bad)
        {
            client.Token = token;
            using var answer = await client.SendAsync(new HttpMethod(method), path.Replace("ID", client.ConversationId, StringComparison.Ordinal));
            await ShouldBeAsync(answer, HttpStatusCode.Unauthorized, "Unauthorized");
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_token_that_has_expired_is_403_and_a_fresh_one_goes_on(string method, string path)
    {
        await using var host = await StartWithClockAsync("--DirectLine:TokenLifetime=00:05:00");
        var client = await DirectLineClient.StartAsync(host);

        _clock.Advance(TimeSpan.FromMinutes(5));
        using var answer = await client.SendAsync(new HttpMethod(method), path.Replace("ID", client.ConversationId, StringComparison.Ordinal));

        await ShouldBeAsync(answer, HttpStatusCode.Forbidden, "TokenExpired");
        using var fresh = await host.Client.PostAsync($"/api/directline/token?conversationId={client.ConversationId}", content: null, TestContext.Current.CancellationToken);
        client.Token = (string)(await DirectLineClient.JsonAsync(fresh))["token"]!;
        await client.StreamUrlAsync();
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("POST", "/activities")]
    [InlineData("POST", "/upload")]
    public async Task Another_conversation_is_404_as_one_that_does_not_exist(string method, string path)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var mine = await DirectLineClient.StartAsync(host);
        var other = await DirectLineClient.StartAsync(host);

        foreach (var id in new[] { other.ConversationId, "none" })
        {
            using var answer = await mine.SendAsync(new HttpMethod(method), $"{Base}/conversations/{id}{path}");
            await ShouldBeAsync(answer, HttpStatusCode.NotFound, "ConversationNotFound");
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task An_erased_conversation_is_404_to_its_own_token(string method, string path)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        using (var scope = host.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<PracticeDb>().DirectLineConversations
                .ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        using var answer = await client.SendAsync(new HttpMethod(method), path.Replace("ID", client.ConversationId, StringComparison.Ordinal));

        await ShouldBeAsync(answer, HttpStatusCode.NotFound, "ConversationNotFound");
    }

    [Fact]
    public async Task A_user_id_that_only_another_token_gives_is_400_and_a_mere_name_gives_way_to_the_tokens_own()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        var foreign = DirectLineClient.Message("hello");
        foreign["from"]!["id"] = "dl_someone-else";

        using var posted = await client.SendAsync(HttpMethod.Post, client.Activities, foreign);
        using var uploaded = await client.SendAsync(HttpMethod.Post, $"{Base}/conversations/{client.ConversationId}/upload?userId=dl_x");
        using var begun = await client.SendAsync(
            HttpMethod.Post, $"{Base}/conversations", new JsonObject { ["user"] = new JsonObject { ["id"] = "dl_x" } });
        await client.SayAsync("hello");

        await ShouldBeAsync(posted, HttpStatusCode.BadRequest, "BadArgument");
        await ShouldBeAsync(uploaded, HttpStatusCode.BadRequest, "BadArgument");
        await ShouldBeAsync(begun, HttpStatusCode.BadRequest, "BadArgument");
        (await client.PollAsync()).Activities[0]["from"]!["id"]!.GetValue<string>().ShouldStartWith("dl_");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("", "anything")]
    [InlineData(Secret, null)]
    [InlineData(Secret, "another-secret-of-theirs")]
    public async Task Without_the_secret_no_server_gets_a_token(string configured, string? shown)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, $"--DirectLine:Secrets={configured}");

        using var answer = await GenerateAsync(host, shown);

        await ShouldBeAsync(answer, HttpStatusCode.Unauthorized, "Unauthorized");
    }

    [Fact]
    public async Task With_the_secret_a_server_gets_a_token_for_a_user_of_its_own()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, $"--DirectLine:Secrets:0={Secret}");

        using var answer = await GenerateAsync(host, Secret, new JsonObject { ["user"] = new JsonObject { ["id"] = "dl_7" } });
        using var unnamed = await GenerateAsync(host, Secret);
        using var misnamed = await GenerateAsync(host, Secret, new JsonObject { ["user"] = new JsonObject { ["id"] = "7" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        unnamed.StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeAsync(misnamed, HttpStatusCode.BadRequest, "BadArgument");
        var client = new DirectLineClient(host, await DirectLineClient.JsonAsync(answer));
        await client.SayAsync("hello");
        (await client.PollAsync()).Activities[0]["from"]!["id"]!.GetValue<string>().ShouldBe("dl_7");
    }

    [Fact]
    public async Task A_fresh_token_outlives_the_one_that_asked_for_it()
    {
        await using var host = await StartWithClockAsync("--DirectLine:TokenLifetime=00:05:00");
        var client = await DirectLineClient.StartAsync(host);
        _clock.Advance(TimeSpan.FromMinutes(4));

        using var answer = await client.SendAsync(HttpMethod.Post, $"{Base}/tokens/refresh");
        client.Token = (string)(await DirectLineClient.JsonAsync(answer))["token"]!;
        _clock.Advance(TimeSpan.FromMinutes(4));

        await client.SayAsync("hello");
    }

    [Fact]
    public async Task What_no_endpoint_takes_is_refused_in_the_shape_of_direct_line()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        using var nowhere = await client.SendAsync(HttpMethod.Get, $"{Base}/nothing");
        using var wrongMethod = await client.SendAsync(HttpMethod.Delete, client.Activities);
        using var noSocket = await client.SendAsync(HttpMethod.Get, $"{Base}/conversations/{client.ConversationId}/stream");
        using var watermark = await client.SendAsync(HttpMethod.Get, $"{client.Activities}?watermark=never");

        await ShouldBeAsync(nowhere, HttpStatusCode.NotFound, "BadArgument");
        await ShouldBeAsync(wrongMethod, HttpStatusCode.MethodNotAllowed, "BadArgument");
        await ShouldBeAsync(noSocket, HttpStatusCode.BadRequest, "BadArgument");
        await ShouldBeAsync(watermark, HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task A_streams_address_opens_one_socket_within_a_minute()
    {
        await using var host = await StartWithClockAsync();
        var client = await DirectLineClient.StartAsync(host);
        var url = await client.StreamUrlAsync();
        var late = await client.StreamUrlAsync();

        using (await DirectLineStream.OpenAsync(url))
        {
            (await RefusedAsync(url)).ShouldBe(HttpStatusCode.Forbidden);
        }

        _clock.Advance(TimeSpan.FromSeconds(60));
        (await RefusedAsync(late)).ShouldBe(HttpStatusCode.Forbidden);
        (await RefusedAsync(url.Replace("t=", "t=x", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.Unauthorized);
        (await RefusedAsync(url.Split("&t=")[0])).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_streams_token_opens_no_other_conversation()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var mine = await DirectLineClient.StartAsync(host);
        var other = await DirectLineClient.StartAsync(host);

        var url = (await mine.StreamUrlAsync()).Replace(mine.ConversationId, other.ConversationId, StringComparison.Ordinal);

        (await RefusedAsync(url)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_of_other_sites_open_a_stream_only_where_they_are_trusted()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, "--DirectLine:TrustedOrigins:0=https://school.example");
        var client = await DirectLineClient.StartAsync(host);

        (await RefusedAsync(await client.StreamUrlAsync(), "https://elsewhere.example")).ShouldBe(HttpStatusCode.Forbidden);
        (await RefusedAsync(await client.StreamUrlAsync(), "null")).ShouldBe(HttpStatusCode.Forbidden);
        using var trusted = await DirectLineStream.OpenAsync(await client.StreamUrlAsync(), "https://school.example");
        using var own = await DirectLineStream.OpenAsync(await client.StreamUrlAsync(), host.Address.GetLeftPart(UriPartial.Authority));
    }

    [Theory]
    [InlineData("https://school.example", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task Browsers_are_told_which_sites_may_ask(string origin, bool isTrusted)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, "--DirectLine:TrustedOrigins=https://school.example/");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{Base}/conversations");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");

        using var answer = await host.Client.SendAsync(preflight, TestContext.Current.CancellationToken);

        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(isTrusted);
    }

    [Fact]
    public async Task A_public_address_stands_in_the_streams_address()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, "--PublicUrl=https://practice.example");
        var client = await DirectLineClient.StartAsync(host);

        (await client.StreamUrlAsync("3")).ShouldStartWith(
            $"wss://practice.example{Base}/conversations/{client.ConversationId}/stream?watermark=3&t=");
    }

    public void Dispose() => _folder.Dispose();

    private Task<BotHost> StartWithClockAsync(params string[] settings) => BotHost.StartAsync(
        _folder, BotHost.Echo, (WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock), settings);

    private static async Task<HttpResponseMessage> GenerateAsync(BotHost host, string? secret, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Base}/tokens/generate");
        request.Content = body is null ? null : JsonContent.Create(body);
        if (secret is not null)
        {
            request.Headers.Authorization = new("Bearer", secret);
        }

        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> RefusedAsync(string url, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(url), TestContext.Current.CancellationToken));
        return socket.HttpStatusCode;
    }

    private static async Task ShouldBeAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        var error = (await DirectLineClient.JsonAsync(answer))["error"].ShouldNotBeNull();
        error["code"]!.GetValue<string>().ShouldBe(code);
        error["message"]!.GetValue<string>().ShouldNotBeEmpty();
    }
}
