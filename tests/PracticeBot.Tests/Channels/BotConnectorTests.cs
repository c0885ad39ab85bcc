using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class BotConnectorTests : IDisposable
{
    private const string Path = "/api/messages";
    private const string Development = "--environment=Development";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    [Fact]
    public async Task An_activity_is_taken_at_once_and_answered_through_the_connector()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);

        using var answer = await PostAsync(host, Message(connector, "hello", id: "a 1", conversation: "19:c@t;messageid=1"));
        var call = (await connector.TakeAsync(1))[0];

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        call.Method.ShouldBe("POST");
        call.Path.ShouldBe("/v3/conversations/19:c@t;messageid=1/activities/a 1");
        call.Text.ShouldBe("echo: hello");
        call.Activity["type"]!.GetValue<string>().ShouldBe("message");
        call.Activity["replyToId"]!.GetValue<string>().ShouldBe("a 1");
        call.Activity["from"]!["id"]!.GetValue<string>().ShouldBe("bot");
        call.Activity["recipient"]!["id"]!.GetValue<string>().ShouldBe("user");
        call.Activity["conversation"]!["id"]!.GetValue<string>().ShouldBe("19:c@t;messageid=1");
    }

    [Fact]
    public async Task The_same_activity_is_answered_once_and_its_id_in_another_conversation_is_another_one()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);

        foreach (var conversation in new[] { "c1", "c1", "c2" })
        {
            using var answer = await PostAsync(host, Message(connector, conversation, "same", conversation));
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        using var last = await PostAsync(host, Message(connector, "last", "other", "c1"));
        var calls = await connector.TakeAsync(3);

        calls.Select(call => call.Text).ShouldBe(["echo: c1", "echo: c2", "echo: last"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_update_is_put_in_the_place_that_the_channel_gave()
    {
        var sent = string.Empty;
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(
            _folder,
            turn =>
            {
                if (turn.Activity.Text == "ask")
                {
                    sent = turn.Send(new Activity { Text = "question" });
                }
                else
                {
                    turn.Update(sent, new Activity { Text = "feedback" });
                }

                return Task.CompletedTask;
            },
            Development);

        using var ask = await PostAsync(host, Message(connector, "ask", "1"));
        await connector.TakeAsync(1);
        using var answer = await PostAsync(host, Message(connector, "answer", "2"));
        var call = (await connector.TakeAsync(2))[1];

        call.Method.ShouldBe("PUT");
        call.Path.ShouldBe("/v3/conversations/c/activities/theirs-1");
        call.Activity["id"]!.GetValue<string>().ShouldBe("theirs-1");
        call.Text.ShouldBe("feedback");
    }

    [Fact]
    public async Task Typing_goes_before_what_it_announces()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(
            _folder,
            turn =>
            {
                turn.Send(new Activity { Text = "slowly" }, Pace.Typing(TimeSpan.FromSeconds(2)));
                return Task.CompletedTask;
            },
            Development);

        using var answer = await PostAsync(host, Message(connector, "hello", "1"));
        var calls = await connector.TakeAsync(2);

        calls.Select(call => (string)call.Activity["type"]!).ShouldBe(["typing", "message"]);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_again_and_nothing_overtakes_it(int status)
    {
        await using var connector = await FakeConnector.StartAsync(status, status);
        await using var host = await StartWithClockAsync(turn =>
        {
            turn.Send(new Activity { Text = "one" });
            turn.Send(new Activity { Text = "two" });
            return Task.CompletedTask;
        });

        using var answer = await PostAsync(host, Message(connector, "hello", "1"));
        await AdvanceUntilAsync(() => connector.Calls.Count >= 4);

        connector.Calls.Select(call => call.Text).ShouldBe(["one", "one", "one", "two"]);
    }

    [Fact]
    public async Task A_channel_that_asks_for_time_gets_it()
    {
        await using var connector = await FakeConnector.StartAsync((number, context) =>
        {
            context.Response.Headers.RetryAfter = "120";
            context.Response.StatusCode = 429;
            return Task.FromResult(number == 1);
        });
        await using var host = await StartWithClockAsync(BotHost.Echo);
        using var answer = await PostAsync(host, Message(connector, "hello", "1"));
        await connector.TakeAsync(1);
        await PostponedAsync(host);

        _clock.Advance(TimeSpan.FromSeconds(119));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        connector.Calls.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await connector.TakeAsync(2))[1].Text.ShouldBe("echo: hello");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task What_will_never_pass_is_given_up_and_the_conversation_goes_on(int status)
    {
        await using var connector = await FakeConnector.StartAsync(status);
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);

        using var first = await PostAsync(host, Message(connector, "a private matter", "1"));
        using var second = await PostAsync(host, Message(connector, "two", "2"));
        var calls = await connector.TakeAsync(2);

        calls.Select(call => call.Text).ShouldBe(["echo: a private matter", "echo: two"]);
        host.Logs.Text.ShouldContain($"status {status}");
        host.Logs.Text.ShouldNotContain("private");
    }

    [Fact]
    public async Task What_does_not_pass_in_ten_minutes_is_given_up()
    {
        await using var connector = await FakeConnector.StartAsync((number, context) =>
        {
            context.Response.StatusCode = 502;
            return Task.FromResult(true);
        });
        await using var host = await StartWithClockAsync(BotHost.Echo);

        using var answer = await PostAsync(host, Message(connector, "hello", "1"));
        await AdvanceUntilAsync(() => host.Logs.Text.Contains("given up", StringComparison.Ordinal));

        connector.Calls.Count.ShouldBeInRange(8, 40);
    }

    [Fact]
    public async Task A_channel_that_asks_for_a_day_is_given_up_and_the_conversation_goes_on()
    {
        await using var connector = await FakeConnector.StartAsync((number, context) =>
        {
            context.Response.Headers.RetryAfter = "86400";
            context.Response.StatusCode = 429;
            return Task.FromResult(number == 1);
        });
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);

        using var first = await PostAsync(host, Message(connector, "one", "1"));
        using var second = await PostAsync(host, Message(connector, "two", "2"));

        (await connector.TakeAsync(2)).Select(call => call.Text).ShouldBe(["echo: one", "echo: two"]);
    }

    [Fact]
    public async Task What_was_due_while_no_host_ran_still_gets_a_fair_try()
    {
        await using var connector = await FakeConnector.StartAsync(502, 502, 502);
        await using (var first = await StartWithClockAsync(BotHost.Echo))
        {
            using var answer = await PostAsync(first, Message(connector, "hello", "1"));
            await PostponedAsync(first);
        }

        _clock.Advance(TimeSpan.FromHours(1));
        await using var second = await StartWithClockAsync(BotHost.Echo);
        await AdvanceUntilAsync(() => connector.Calls.Count >= 4);

        second.Logs.Text.ShouldNotContain("given up");
    }

    [Fact]
    public async Task A_connector_that_is_not_there_is_waited_for_even_by_a_host_that_starts_anew()
    {
        string address;
        await using (var gone = await FakeConnector.StartAsync())
        {
            address = gone.Address;
        }

        await using (var first = await StartWithClockAsync(BotHost.Echo))
        {
            using var answer = await PostAsync(first, Message(address, "hello", "1"));
            await PostponedAsync(first);
        }

        await using var second = await StartWithClockAsync(BotHost.Echo);
        await AdvanceUntilAsync(() => second.Logs.Text.Contains("ConnectionError", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("somethingNew")]
    [InlineData("trace")]
    public async Task Types_that_the_bot_has_no_use_for_are_taken_and_ignored(string type)
    {
        var turns = 0;
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(
            _folder,
            turn =>
            {
                turns++;
                return BotHost.Echo(turn);
            },
            Development);
        var activity = Message(connector, "ignored", "1");
        activity["type"] = type;

        using var answer = await PostAsync(host, activity);
        using var next = await PostAsync(host, Message(connector, "hello", "2"));
        await connector.TakeAsync(1);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        turns.ShouldBe(1);
    }

    [Fact]
    public async Task An_invoke_is_answered_in_the_response()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(
            _folder,
            turn =>
            {
                turn.InvokeResponse = new InvokeResponse { Status = 200, Body = new JsonObject { ["heard"] = turn.Activity.Name } };
                return Task.CompletedTask;
            },
            Development);
        var invoke = Message(connector, string.Empty, "1");
        invoke["type"] = "invoke";
        invoke["name"] = "composeExtension/query";

        using var answer = await PostAsync(host, invoke);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DirectLineClient.JsonAsync(answer))["heard"]!.GetValue<string>().ShouldBe("composeExtension/query");
    }

    [Fact]
    public async Task A_bot_that_does_not_know_an_invoke_says_so()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(
            _folder, BotHost.Echo, builder => builder.Services.AddScoped<ActivityHandler, KnowsNothing>(), Development);
        var invoke = Message(connector, string.Empty, "1");
        invoke["type"] = "invoke";

        using var answer = await PostAsync(host, invoke);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await DirectLineClient.JsonAsync(answer))["title"]!.GetValue<string>().ShouldContain("invoke");
    }

    [Fact]
    public async Task An_invoke_that_is_not_reached_in_time_is_not_called_accepted()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await StartWithClockAsync(turn => Task.Delay(Timeout.Infinite, turn.CancellationToken));
        var invoke = Message(connector, string.Empty, "1");
        invoke["type"] = "invoke";

        var answering = PostAsync(host, invoke);
        await AdvanceUntilAsync(() => answering.IsCompleted);
        using var answer = await answering;

        answer.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await DirectLineClient.JsonAsync(answer))["title"]!.GetValue<string>().ShouldContain("in time");
    }

    [Fact]
    public async Task In_production_a_host_without_an_app_id_has_no_such_address()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, "--environment=Production");

        using var answer = await PostAsync(host, Message(connector, "hello", "1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Host", "practice.example")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Anything", "1")]
    [InlineData("X-Original-For", "1.2.3.4")]
    public async Task What_does_not_come_straight_from_this_machine_is_refused(string header, string value)
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(Message(connector, "hello", "1")) };
        request.Headers.Add(header, value);

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await DirectLineClient.JsonAsync(answer))["title"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task This_machines_own_names_are_taken(string name)
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(Message(connector, "hello", "1")) };
        request.Headers.Host = $"{name}:{host.Address.Port}";

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://localhost")]
    [InlineData("localhost")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Nothing_is_sent_to_a_service_elsewhere(string? serviceUrl)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);

        using var answer = await PostAsync(host, Message(serviceUrl, "hello", "1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await DirectLineClient.JsonAsync(answer))["title"]!.GetValue<string>().ShouldContain("serviceUrl");
    }

    [Fact]
    public async Task A_probe_by_head_is_405()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, Development);
        using var probe = new HttpRequestMessage(HttpMethod.Head, Path);

        using var answer = await host.Client.SendAsync(probe, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    public void Dispose() => _folder.Dispose();

    private Task<BotHost> StartWithClockAsync(Func<TurnContext, Task> bot) => BotHost.StartAsync(
        _folder, bot, (WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock), Development);

    private static Task<HttpResponseMessage> PostAsync(BotHost host, JsonObject activity) =>
        host.Client.PostAsJsonAsync(Path, activity, TestContext.Current.CancellationToken);

    private static JsonObject Message(FakeConnector connector, string text, string id, string conversation = "c") =>
        Message(connector.Address, text, id, conversation);

    private static JsonObject Message(string? serviceUrl, string text, string id, string conversation = "c") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = "user", ["name"] = "User" },
        ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["text"] = text,
    };

    private static async Task PostponedAsync(BotHost host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!host.Logs.Text.Contains("tried again", StringComparison.Ordinal))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Lets time pass wherever the host waits for it.</summary>
    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private sealed class KnowsNothing : ActivityHandler;
}
