using System.Globalization;
using Microsoft.AspNetCore.Http;
using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Sending;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", true, false)]
    [InlineData(403, "BotDisabledByAdmin", true, false)]
    [InlineData(403, "MessageWritesBlocked", true, false)]
    [InlineData(404, "ConversationNotFound", true, false)]
    [InlineData(404, "ActivityNotFoundInConversation", false, false)]
    [InlineData(403, "ContentStreamNotAllowed", false, true)]
    [InlineData(413, "MessageSizeTooBig", false, false)]
    public async Task A_refusal_tells_the_connectors_own_word_for_why(int status, string code, bool isGone, bool isStream)
    {
        var result = await AnsweredAsync(status, new { error = new { code, message = "about a private matter" } });

        result.ShouldBe(new SendResult.Refused($"status {status} {code}", status, code));
        result.IsConversationGone().ShouldBe(isGone);
        result.IsStreamNotAllowed().ShouldBe(isStream);
    }

    [Theory]
    [InlineData("""{"error":{"code":"a private matter"}}""")]
    [InlineData("""{"error":{"code":"Word\n"}}""")]
    [InlineData("""{"error":{"code":""}}""")]
    [InlineData("""{"error":{"code":403}}""")]
    [InlineData("""{"error":{"message":"a private matter"}}""")]
    [InlineData("""{"error":"a private matter"}""")]
    [InlineData("""["a private matter"]""")]
    [InlineData("a private matter")]
    [InlineData("")]
    public async Task What_is_no_word_is_not_repeated(string body)
    {
        var result = await AnsweredAsync(403, body);

        result.ShouldBe(new SendResult.Refused("status 403", Status: 403));
        result.IsConversationGone().ShouldBeFalse();
    }

    [Fact]
    public async Task A_word_as_long_as_a_sentence_is_not_repeated()
    {
        var result = await AnsweredAsync(403, new { error = new { code = new string('a', 65) } });

        result.ShouldBe(new SendResult.Refused("status 403", Status: 403));
    }

    [Fact]
    public async Task A_channel_that_names_a_time_is_left_alone_until_then()
    {
        await using var connector = await FakeConnector.StartAsync((number, context) =>
        {
            context.Response.Headers.RetryAfter = (_clock.GetUtcNow() + TimeSpan.FromSeconds(90)).ToString("R", CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.FromResult(number == 1);
        });
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure: null, configure: null, "--environment=Development");

        var result = await host.SendAsync(connector.Address);

        result.ShouldBe(new SendResult.TryLater("status 429", TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public async Task A_reply_waits_for_the_time_that_the_channel_named()
    {
        await using var connector = await FakeConnector.StartAsync((number, context) =>
        {
            context.Response.Headers.RetryAfter = (_clock.GetUtcNow() + TimeSpan.FromSeconds(90)).ToString("R", CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.FromResult(number == 1);
        });
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure: null, configure: null, "--environment=Development");
        await host.HearAsync(SendingHost.Message(connector.Address));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!host.Host.Logs.Text.Contains("tried again", StringComparison.Ordinal))
        {
            await Task.Delay(10, patience.Token);
        }

        _clock.Advance(TimeSpan.FromSeconds(89));
        await Task.Delay(100, patience.Token);
        connector.Calls.Count.ShouldBe(1);
        while (connector.Calls.Count == 1)
        {
            await Task.Delay(5, patience.Token);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        connector.Calls[1].Text.ShouldBe("echo: hello");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<SendResult> AnsweredAsync(int status, object body)
    {
        await using var connector = await FakeConnector.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = status;
            await (body is string text ? context.Response.WriteAsync(text) : context.Response.WriteAsJsonAsync(body));
            return true;
        });
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure: null, configure: null, "--environment=Development");
        return await host.SendAsync(connector.Address);
    }
}
