using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Channels;
using PracticeBot.Storage;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class TurnTests : IDisposable
{
    /// <summary>Timers of a host in which nothing happens: the one of what deletes old talks.</summary>
    private const int AtRest = 1;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_a_handler_adds_is_saved_with_its_reply()
    {
        await using var host = await BotHost.StartAsync(_folder, turn =>
        {
            turn.Db.PersonaVersions.Add(new PersonaVersion { Id = turn.Activity.Id!, PersonaId = "maya", Content = "x" });
            return BotHost.Echo(turn);
        });
        var client = await DirectLineClient.StartAsync(host);

        var id = await client.SayAsync("hello");
        await client.HearAsync(1);

        (await ReadAsync(host, db => db.PersonaVersions.AnyAsync(row => row.Id == id))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_turn_that_fails_leaves_nothing_behind_and_is_tried_again()
    {
        var attempts = 0;
        await using var host = await BotHost.StartAsync(_folder, turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
            {
                turn.Db.PersonaVersions.Add(new PersonaVersion { Id = Ids.New(), PersonaId = "maya", Content = "x" });
                turn.Send(new Activity { Text = "half a thought" });
                return ++attempts < 3 ? throw new InvalidOperationException($"secret {turn.Activity.Text}") : Task.CompletedTask;
            }

            return Task.CompletedTask;
        });
        var client = await DirectLineClient.StartAsync(host);

        await client.SayAsync("a private matter");
        var heard = await client.HearAsync(1);

        attempts.ShouldBe(3);
        heard.ShouldHaveSingleItem();
        (await ReadAsync(host, db => db.PersonaVersions.CountAsync())).ShouldBe(1);
        host.Logs.Text.ShouldContain("InvalidOperationException");
        host.Logs.Text.ShouldNotContain("secret");
        host.Logs.Text.ShouldNotContain("private");
    }

    [Fact]
    public async Task A_turn_that_always_fails_ends_in_one_apology_and_the_next_one_is_answered()
    {
        await using var host = await BotHost.StartAsync(_folder, turn => turn.Activity.Text == "poison"
            ? throw new InvalidOperationException("secret")
            : BotHost.Echo(turn));
        var client = await DirectLineClient.StartAsync(host);

        var poison = await client.SayAsync("poison");
        await client.SayAsync("hello");
        var heard = await client.HearAsync(2);

        heard[0]["text"]!.GetValue<string>().ShouldStartWith("Something went wrong");
        heard[0]["replyToId"]!.GetValue<string>().ShouldBe(poison);
        heard[1]["text"]!.GetValue<string>().ShouldBe("echo: hello");
        (await ReadAsync(host, db => db.Inbox.AllAsync(row => row.DoneAt != null))).ShouldBeTrue();
        host.Logs.Text.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Messages_that_wait_can_join_one_reply()
    {
        var begun = new SemaphoreSlim(0);
        var go = new SemaphoreSlim(0);
        await using var host = await BotHost.StartAsync(_folder, async turn =>
        {
            if (turn.Activity.Type != ActivityTypes.Message)
            {
                return;
            }

            begun.Release();
            await go.WaitAsync(turn.CancellationToken);
            while (turn.Waiting is [var next, ..])
            {
                turn.Join(next);
            }

            turn.Send(new Activity { Text = string.Join('\n', turn.Handled.Select(activity => activity.Text)) });
        });
        var client = await DirectLineClient.StartAsync(host);

        await client.SayAsync("one");
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        await client.SayAsync("two");
        await client.SayAsync("three");
        var last = await client.SayAsync("four");
        go.Release(2);
        var heard = await client.HearAsync(2);

        heard.Select(activity => (string)activity["text"]!).ShouldBe(["one", "two\nthree\nfour"]);
        heard[1]["replyToId"]!.GetValue<string>().ShouldBe(last);
    }

    [Fact]
    public async Task While_one_conversation_thinks_another_is_answered()
    {
        await using var host = await BotHost.StartAsync(_folder, turn => turn.Activity.Text == "wait"
            ? Task.Delay(Timeout.Infinite, turn.CancellationToken)
            : BotHost.Echo(turn));
        var slow = await DirectLineClient.StartAsync(host);
        var quick = await DirectLineClient.StartAsync(host);

        await slow.SayAsync("wait");
        await quick.SayAsync("hello");

        (await quick.HearAsync(1))[0]["text"]!.GetValue<string>().ShouldBe("echo: hello");
    }

    [Fact]
    public async Task A_host_that_stops_in_mid_turn_leaves_the_turn_to_the_next_one()
    {
        var begun = new SemaphoreSlim(0);
        DirectLineClient client;
        await using (var first = await BotHost.StartAsync(_folder, async turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
            {
                await BotHost.Echo(turn);
                begun.Release();
                await Task.Delay(Timeout.Infinite, turn.CancellationToken);
            }
        }))
        {
            client = await DirectLineClient.StartAsync(first);
            await client.SayAsync("hello");
            await begun.WaitAsync(TestContext.Current.CancellationToken);
            await client.SayAsync("are you there?");
        }

        await using var second = await BotHost.StartAsync(_folder, BotHost.Echo);
        var resumed = client.On(second);
        var heard = await resumed.HearAsync(2);

        heard.Select(activity => (string)activity["text"]!).ShouldBe(["echo: hello", "echo: are you there?"]);
    }

    [Fact]
    public async Task A_reply_that_was_to_come_later_survives_the_host_and_comes_once_in_its_time()
    {
        var clock = new TestClock();
        DirectLineClient client;
        await using (var first = await StartAsync(clock, Later))
        {
            client = await DirectLineClient.StartAsync(first);
            await client.SayAsync("hello");
            await UntilAsync(() => ReadAsync(first, db => db.Outbox.AnyAsync()));
        }

        await using var second = await StartAsync(clock, Later);
        var resumed = client.On(second);
        (await resumed.PollAsync()).Activities.Length.ShouldBe(1);
        await UntilAsync(() => Task.FromResult(clock.Waiting > AtRest));
        clock.Advance(TimeSpan.FromMinutes(10));
        await resumed.HearAsync(1);
        (await resumed.PollAsync()).Activities.Length.ShouldBe(2);

        static Task Later(TurnContext turn)
        {
            if (turn.Activity.Type == ActivityTypes.Message)
            {
                turn.Send(new Activity { Text = "later" }, Pace.Typing(TimeSpan.FromMinutes(10)));
            }

            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_next_turn_waits_until_what_was_said_has_gone_out()
    {
        var clock = new TestClock();
        await using var host = await StartAsync(clock, turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
            {
                turn.Send(new Activity { Text = $"{turn.Handled.Count + turn.Waiting.Count}" }, Pace.Typing(TimeSpan.FromSeconds(2)));
                foreach (var next in turn.Waiting)
                {
                    turn.Join(next);
                }
            }

            return Task.CompletedTask;
        });
        var client = await DirectLineClient.StartAsync(host);
        await client.SayAsync("one");
        await UntilAsync(() => Task.FromResult(clock.Waiting > AtRest));
        await client.SayAsync("two");
        await client.SayAsync("three");

        clock.Advance(TimeSpan.FromSeconds(2));
        await client.HearAsync(1);
        await UntilAsync(() => Task.FromResult(clock.Waiting > AtRest));
        clock.Advance(TimeSpan.FromSeconds(2));

        (await client.HearAsync(2)).Select(activity => (string)activity["text"]!).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task What_was_said_stays_neither_in_the_inbox_nor_in_the_outbox()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        await client.SayAsync("hello");
        await client.HearAsync(1);
        await UntilAsync(() => ReadAsync(host, db => db.Outbox.AllAsync(row => row.SentAt != null)));

        (await ReadAsync(host, db => db.Inbox.AllAsync(row => row.Activity == ""))).ShouldBeTrue();
        (await ReadAsync(host, db => db.Outbox.AllAsync(row => row.Activity == ""))).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private Task<BotHost> StartAsync(TestClock clock, Func<TurnContext, Task> bot) => BotHost.StartAsync(
        _folder, bot, (WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(clock));

    private static async Task<T> ReadAsync<T>(BotHost host, Func<PracticeDb, Task<T>> read)
    {
        using var scope = host.Services.CreateScope();
        return await read(scope.ServiceProvider.GetRequiredService<PracticeDb>());
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
