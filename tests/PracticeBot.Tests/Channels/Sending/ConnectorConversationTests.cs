using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PracticeBot.Channels;
using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Sending;

public sealed class ConnectorConversationTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData("https://service.example/emea/", "https://service.example/emea/")]
    [InlineData(null, null)]
    public async Task A_conversation_with_one_person_is_made(string? answered, string? expected)
    {
        await using var connector = await FakeConnector.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsJsonAsync(new { id = "personal", serviceUrl = answered });
            return true;
        });
        await using var azure = await FakeAzure.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());

        var (result, conversation) = await CreateAsync(host, connector);

        result.ShouldBeOfType<SendResult.Sent>();
        conversation.ShouldBe(new ConversationResource("personal", expected ?? connector.Address));
        var call = connector.Calls.ShouldHaveSingleItem();
        (call.Method, call.Path, call.Authorization).ShouldBe(("POST", "/v3/conversations", "Bearer token-1"));
        var wanted = JsonNode.Parse(
            """{"bot":{"id":"28:bot","name":"Practice"},"members":[{"id":"29:member"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}},"isGroup":false}""");
        JsonNode.DeepEquals(call.Activity, wanted).ShouldBeTrue(call.Activity.ToJsonString());
    }

    [Fact]
    public async Task A_member_is_looked_up()
    {
        await using var connector = await FakeConnector.StartAsync(async (_, context) =>
        {
            await context.Response.WriteAsJsonAsync(new { id = "29:member", name = "Ada", aadObjectId = "object", tenantId = "t" });
            return true;
        });
        await using var host = await StartAsync();

        var (result, member) = await MemberAsync(host, connector);

        result.ShouldBeOfType<SendResult.Sent>();
        (member!.Id, member.Name, member.AadObjectId).ShouldBe(("29:member", "Ada", "object"));
        var call = connector.Calls.ShouldHaveSingleItem();
        (call.Method, call.Path).ShouldBe(("GET", "/v3/conversations/19:c@t;messageid=1/members/29:member"));
    }

    [Theory]
    [InlineData("MemberNotFoundInConversation", true)]
    [InlineData("ConversationNotFound", false)]
    public async Task A_member_who_is_not_there_is_told_apart_from_a_conversation_that_is_not(string code, bool isAnswered)
    {
        await using var connector = await FakeConnector.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsJsonAsync(new { error = new { code } });
            return true;
        });
        await using var host = await StartAsync();

        var (result, member) = await MemberAsync(host, connector);

        member.ShouldBeNull();
        (result is SendResult.Sent).ShouldBe(isAnswered);
        result.IsConversationGone().ShouldBe(!isAnswered);
        connector.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"id":7}""")]
    [InlineData("")]
    public async Task An_answer_that_names_nothing_is_no_answer(string body)
    {
        await using var connector = await FakeConnector.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            await context.Response.WriteAsync(body);
            return true;
        });
        await using var host = await StartAsync();

        (await MemberAsync(host, connector)).Result.ShouldBeOfType<SendResult.Refused>();
        (await CreateAsync(host, connector)).Result.ShouldBeOfType<SendResult.Refused>();
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_three_times(int status)
    {
        await using var connector = await FakeConnector.StartAsync(status, status, status);
        await using var host = await StartAsync();

        var created = CreateAsync(host, connector);
        await AdvanceUntilAsync(created, TimeSpan.FromMilliseconds(50));

        (await created).Result.ShouldBe(new SendResult.TryLater($"status {status}", After: null));
        connector.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_connector_that_asks_for_time_gets_it()
    {
        await using var connector = await FakeConnector.StartAsync(async (number, context) =>
        {
            context.Response.Headers.RetryAfter = "8";
            context.Response.StatusCode = number == 1 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
            await context.Response.WriteAsJsonAsync(new { id = "personal" });
            return true;
        });
        await using var host = await StartAsync();
        var start = _clock.GetUtcNow();

        var created = CreateAsync(host, connector);
        await AdvanceUntilAsync(created, TimeSpan.FromMilliseconds(50));

        (await created).Conversation!.Id.ShouldBe("personal");
        (_clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(8));
        connector.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_is_kept_waiting_for_a_connector_that_asks_for_more_time_than_that()
    {
        await using var connector = await FakeConnector.StartAsync((_, context) =>
        {
            context.Response.Headers.RetryAfter = "60";
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.FromResult(true);
        });
        await using var host = await StartAsync();

        var (result, _) = await CreateAsync(host, connector).WaitAsync(Patience);

        result.ShouldBe(new SendResult.TryLater("status 429", TimeSpan.FromSeconds(60)));
        connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connector_that_never_answers_is_given_up_after_ten_seconds()
    {
        await using var connector = await FakeConnector.StartAsync(async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        });
        await using var host = await StartAsync();

        var created = CreateAsync(host, connector);
        await connector.TakeAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(10));

        var (result, _) = await created.WaitAsync(Patience);
        result.ShouldBe(new SendResult.TryLater("no answer in time", After: null));
    }

    public void Dispose() => _folder.Dispose();

    private Task<SendingHost> StartAsync() =>
        SendingHost.StartAsync(_folder, _clock, azure: null, configure: null, "--environment=Development");

    private static Task<(SendResult Result, ConversationResource? Conversation)> CreateAsync(SendingHost host, FakeConnector connector) =>
        host.Conversations.CreateAsync(
            connector.Address, new ChannelAccount { Id = "28:bot", Name = "Practice" }, "29:member", "t", CancellationToken.None);

    private static Task<(SendResult Result, ChannelAccount? Member)> MemberAsync(SendingHost host, FakeConnector connector) =>
        host.Conversations.GetMemberAsync(connector.Address, "19:c@t;messageid=1", "29:member", CancellationToken.None);

    private async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!task.IsCompleted)
        {
            await Task.Delay(5, patience.Token);
            _clock.Advance(step);
        }
    }
}
