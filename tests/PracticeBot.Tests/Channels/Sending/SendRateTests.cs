using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Channels;
using PracticeBot.Channels.BotConnector;
using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Sending;

public sealed class SendRateTests : IDisposable
{
    /// <summary>A second, and what sends may come closer together on the way.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(1250);

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_burst_of_replies_reaches_Teams_in_order_and_at_its_pace()
    {
        var arrived = new ConcurrentQueue<TimeSpan>();
        var start = _clock.GetUtcNow();
        await using var connector = await FakeConnector.StartAsync((_, _) =>
        {
            arrived.Enqueue(_clock.GetUtcNow() - start);
            return Task.FromResult(false);
        });
        await using var host = await BotHost.StartAsync(
            _folder,
            turn =>
            {
                for (var i = 0; i < 10; i++)
                {
                    turn.Send(new Activity { Text = $"{i}" });
                }

                return Task.CompletedTask;
            },
            (WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock));

        await host.Services.GetRequiredService<ConnectorInbox>().AcceptAsync(SendingHost.Message(connector.Address), CancellationToken.None);
        await connector.TakeAsync(7);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (connector.Calls.Count < 10)
        {
            await Task.Delay(20, patience.Token);
            _clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        connector.Calls.Select(call => call.Text).ShouldBe(Enumerable.Range(0, 10).Select(i => $"{i}"));
        var times = arrived.ToList();
        times.Take(7).ShouldAllBe(at => at == TimeSpan.Zero);
        times[7].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        times[8].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Those_who_wait_for_a_conversation_are_let_in_one_after_another()
    {
        var rates = new SendRates(_clock);
        var sends = Enumerable.Range(0, 10).Select(_ => Enter(rates)).ToList();

        Let(sends).ShouldBe([0, 1, 2, 3, 4, 5, 6]);
        _clock.Advance(AMoment - TimeSpan.FromMilliseconds(1));
        Let(sends).Count.ShouldBe(7);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Until(sends, 8).ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
        Waits();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Until(sends, 10).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Who_stops_waiting_takes_nobodys_turn()
    {
        var rates = new SendRates(_clock);
        using var impatient = new CancellationTokenSource();
        var sends = Enumerable.Range(0, 7).Select(_ => Enter(rates)).ToList();
        var ahead = rates.EnterAsync(SendingHost.Message("http://localhost"), impatient.Token);
        var stopped = rates.EnterAsync(SendingHost.Message("http://localhost"), impatient.Token);
        sends.Add(Enter(rates));

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(ahead);
        await Should.ThrowAsync<OperationCanceledException>(stopped);
        Waits();
        _clock.Advance(AMoment);

        Until(sends, 8).Count.ShouldBe(8);
    }

    [Fact]
    public void One_conversation_does_not_wait_for_another_unless_their_tenant_has_had_its_share()
    {
        var rates = new SendRates(_clock);

        var sends = Enumerable.Range(0, 31).Select(i => Enter(rates, conversation: $"{i}")).ToList();

        Let(sends).ShouldBe(Enumerable.Range(0, 30));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Until(sends, 31).Count.ShouldBe(31);
    }

    [Fact]
    public void Other_channels_are_sent_to_as_fast_as_they_answer()
    {
        var rates = new SendRates(_clock);

        Let([.. Enumerable.Range(0, 100).Select(_ => Enter(rates, channel: "webchat"))]).Count.ShouldBe(100);
    }

    [Fact]
    public void Conversations_that_are_idle_for_an_hour_are_forgotten()
    {
        var rates = new SendRates(_clock);
        Let([.. Enumerable.Range(0, 20).Select(i => Enter(rates, conversation: $"{i}"))]).Count.ShouldBe(20);
        rates.Conversations.ShouldBe(20);

        _clock.Advance(TimeSpan.FromMinutes(50));
        Enter(rates, conversation: "0").IsCompletedSuccessfully.ShouldBeTrue();
        rates.Conversations.ShouldBe(20);
        _clock.Advance(TimeSpan.FromMinutes(11));
        Enter(rates, conversation: "new").IsCompletedSuccessfully.ShouldBeTrue();

        rates.Conversations.ShouldBe(2);
    }

    [Fact]
    public async Task Typing_that_would_have_to_wait_is_left_out_and_a_chunk_of_a_message_waits()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure: null, configure: null, "--environment=Development");
        var typing = SendingHost.Message(connector.Address) with { Type = ActivityTypes.Typing, Text = null };
        for (var i = 0; i < 7; i++)
        {
            (await host.Connector.PostAsync(typing, CancellationToken.None)).Result.ShouldBeOfType<SendResult.Sent>();
        }

        (await host.Connector.PostAsync(typing, CancellationToken.None)).Result.ShouldBeOfType<SendResult.TryLater>();
        var chunk = host.Connector.PostAsync(
            typing with { Text = "so far", Entities = [new Entity { Type = "streaminfo" }] }, CancellationToken.None);
        chunk.IsCompleted.ShouldBeFalse();
        _clock.Advance(AMoment);

        (await chunk).Result.ShouldBeOfType<SendResult.Sent>();
        connector.Calls.Count.ShouldBe(8);
        connector.Calls[^1].Text.ShouldBe("so far");
    }

    [Fact]
    public async Task Updates_count_as_much_as_messages()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure: null, configure: null, "--environment=Development");
        for (var i = 0; i < 7; i++)
        {
            await host.Connector.PutAsync(SendingHost.Message(connector.Address), "1", CancellationToken.None);
        }

        var typing = SendingHost.Message(connector.Address) with { Type = ActivityTypes.Typing, Text = null };
        (await host.Connector.PostAsync(typing, CancellationToken.None)).Result.ShouldBeOfType<SendResult.TryLater>();
        _clock.Advance(AMoment);
        (await host.Connector.PostAsync(typing, CancellationToken.None)).Result.ShouldBeOfType<SendResult.Sent>();
    }

    public void Dispose() => _folder.Dispose();

    private static Task Enter(SendRates rates, string channel = "msteams", string conversation = "c") =>
        rates.EnterAsync(SendingHost.Message("http://localhost", "hello", channel, conversation), CancellationToken.None);

    private static List<int> Let(List<Task> sends) => [.. sends.Index().Where(send => send.Item.IsCompletedSuccessfully).Select(send => send.Index)];

    private static List<int> Until(List<Task> sends, int let)
    {
        SpinWait.SpinUntil(() => Let(sends).Count >= let, TimeSpan.FromMinutes(1)).ShouldBeTrue();
        return Let(sends);
    }

    /// <summary>The next one has seen that it has to wait.</summary>
    private void Waits() => SpinWait.SpinUntil(() => _clock.Waiting > 0, TimeSpan.FromMinutes(1)).ShouldBeTrue();
}
