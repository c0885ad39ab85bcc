using System.Net;
using System.Text.Json.Nodes;
using PracticeBot.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class DirectLineConversationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_message_comes_back_with_its_ids_and_the_answer_follows_it()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        using var stream = await client.ListenAsync();

        using var answer = await client.PostAsync("hello", clientActivityId: "c1");
        var id = (string)(await DirectLineClient.JsonAsync(answer))["id"]!;
        var activities = await stream.ReadAsync(2);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        activities[0]["id"]!.GetValue<string>().ShouldBe(id);
        activities[0]["channelData"]!["clientActivityID"]!.GetValue<string>().ShouldBe("c1");
        activities[0]["from"]!["role"]!.GetValue<string>().ShouldBe("user");
        activities[1]["text"]!.GetValue<string>().ShouldBe("echo: hello");
        activities[1]["replyToId"]!.GetValue<string>().ShouldBe(id);
        activities[1]["from"]!["role"]!.GetValue<string>().ShouldBe("bot");
    }

    [Fact]
    public async Task Starting_gives_what_a_client_needs_and_tells_the_bot_once_however_often_it_is_asked()
    {
        var told = new List<Activity>();
        await using var host = await BotHost.StartAsync(_folder, turn =>
        {
            told.Add(turn.Activity);
            turn.Send(new Activity { Text = "welcome" });
            return Task.CompletedTask;
        });
        var client = await DirectLineClient.NewAsync(host);

        using var first = await client.SendAsync(HttpMethod.Post, "/v3/directline/conversations", new JsonObject
        {
            ["user"] = new JsonObject(), ["locale"] = "de-CH",
        });
        using var second = await client.SendAsync(HttpMethod.Post, "/v3/directline/conversations", body: null);
        await client.StreamUrlAsync();
        await client.HearAsync(1);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        var begun = await DirectLineClient.JsonAsync(first);
        begun["conversationId"]!.GetValue<string>().ShouldBe(client.ConversationId);
        begun["expires_in"]!.GetValue<int>().ShouldBe(1800);
        begun["streamUrl"]!.GetValue<string>().ShouldStartWith($"ws://{host.Address.Authority}/v3/directline/conversations/");
        begun["streamUrl"]!.GetValue<string>().ShouldNotContain(client.Token);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        var update = told.ShouldHaveSingleItem();
        update.Type.ShouldBe(ActivityTypes.ConversationUpdate);
        update.Locale.ShouldBe("de-CH");
        update.MembersAdded.ShouldNotBeNull().Select(member => member.Id).ShouldBe([update.Recipient!.Id, update.From!.Id]);
    }

    [Fact]
    public async Task A_client_that_takes_up_a_conversation_it_was_given_begins_it()
    {
        await using var host = await BotHost.StartAsync(_folder, turn =>
        {
            turn.Send(new Activity { Text = turn.Activity.Type });
            return Task.CompletedTask;
        });
        var client = await DirectLineClient.NewAsync(host);

        using var stream = await client.ListenAsync();

        (await stream.ReadAsync(1))[0]["text"]!.GetValue<string>().ShouldBe(ActivityTypes.ConversationUpdate);
    }

    [Fact]
    public async Task A_message_sent_again_is_answered_once_and_keeps_its_first_id()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        using var first = await client.PostAsync("once", clientActivityId: "c1");
        var again = DirectLineClient.Message("once", clientActivityId: "c1");
        again["id"] = "a-new-id";
        using var second = await client.SendAsync(HttpMethod.Post, client.Activities, again);
        await client.SayAsync("last");
        var heard = await client.HearAsync(2);

        (await DirectLineClient.JsonAsync(second))["id"]!.GetValue<string>()
            .ShouldBe((await DirectLineClient.JsonAsync(first))["id"]!.GetValue<string>());
        heard.Select(activity => (string)activity["text"]!).ShouldBe(["echo: once", "echo: last"]);
        (await client.PollAsync()).Activities.Length.ShouldBe(4);
    }

    [Fact]
    public async Task Messages_sent_together_are_answered_in_the_order_in_which_they_were_taken()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        for (var i = 0; i < 15; i++)
        {
            await client.SayAsync($"{i}");
        }

        var heard = await client.HearAsync(15);

        heard.Select(activity => (string)activity["text"]!).ShouldBe(Enumerable.Range(0, 15).Select(i => $"echo: {i}"));
    }

    [Fact]
    public async Task A_client_that_comes_back_with_its_watermark_gets_what_it_missed_and_nothing_twice()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        string watermark;
        using (var stream = await client.ListenAsync())
        {
            await client.SayAsync("one");
            await stream.ReadAsync(2);
            watermark = stream.Watermark;
        }

        await client.SayAsync("two");
        await client.HearAsync(2);
        using var resumed = await client.ListenAsync(watermark);
        var missed = await resumed.ReadAsync(2);
        using var fromTheStart = await client.ListenAsync();
        var all = await fromTheStart.ReadAsync(4);

        missed.Select(activity => (string)activity["text"]!).ShouldBe(["two", "echo: two"]);
        all.Select(activity => (string)activity["text"]!).ShouldBe(["one", "echo: one", "two", "echo: two"]);
    }

    [Fact]
    public async Task A_client_that_polls_gets_the_same_as_one_that_listens()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        await client.SayAsync("one");
        await client.HearAsync(1);

        var (activities, watermark) = await client.PollAsync();
        var (later, same) = await client.PollAsync(watermark);

        activities.Select(activity => (string)activity["text"]!).ShouldBe(["one", "echo: one"]);
        later.ShouldBeEmpty();
        same.ShouldBe(watermark);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999999999")]
    public async Task A_client_that_is_ahead_of_everything_hears_what_comes_next(string ahead)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        await client.SayAsync("one");
        await client.HearAsync(1);

        var (none, watermark) = await client.PollAsync(ahead);
        using var stream = await client.ListenAsync(ahead);
        await client.SayAsync("two");
        await client.HearAsync(2);
        var (polled, _) = await client.PollAsync(watermark);
        var heard = await stream.ReadAsync(2);

        none.ShouldBeEmpty();
        watermark.ShouldBe("2");
        polled.Select(activity => (string)activity["text"]!).ShouldBe(["two", "echo: two"]);
        heard.Select(activity => (string)activity["text"]!).ShouldBe(["two", "echo: two"]);
    }

    [Fact]
    public async Task Two_windows_on_one_conversation_see_the_same()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        using var one = await client.ListenAsync();
        using var other = await client.ListenAsync();

        await client.SayAsync("hello");

        (await one.ReadAsync(2))[1]["text"]!.GetValue<string>().ShouldBe("echo: hello");
        (await other.ReadAsync(2))[1]["text"]!.GetValue<string>().ShouldBe("echo: hello");
    }

    [Fact]
    public async Task The_empty_frames_by_which_clients_show_that_they_live_are_ignored()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);
        using var stream = await client.ListenAsync();

        await stream.Socket.SendAsync(
            ReadOnlyMemory<byte>.Empty, System.Net.WebSockets.WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await client.SayAsync("still there");

        (await stream.ReadAsync(2))[1]["text"]!.GetValue<string>().ShouldBe("echo: still there");
    }

    [Fact]
    public async Task Typing_shows_to_who_is_looking_and_is_gone_afterwards()
    {
        await using var host = await BotHost.StartAsync(_folder, turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
            {
                turn.Send(new Activity { Text = "slowly" }, Pace.Typing(TimeSpan.FromSeconds(2)));
            }

            return Task.CompletedTask;
        });
        var client = await DirectLineClient.StartAsync(host);
        using var stream = await client.ListenAsync();

        await client.SayAsync("hello");
        var seen = await stream.ReadAsync(3);
        var (kept, _) = await client.PollAsync();

        seen.Select(activity => (string)activity["type"]!).ShouldBe(["message", "typing", "message"]);
        kept.Select(activity => (string)activity["type"]!).ShouldBe(["message", "message"]);
    }

    [Fact]
    public async Task An_update_takes_the_place_of_what_was_sent_and_keeps_its_time()
    {
        var sent = string.Empty;
        await using var host = await BotHost.StartAsync(_folder, turn =>
        {
            if (turn.Activity.Text == "ask")
            {
                sent = turn.Send(new Activity { Text = "question" });
            }
            else if (turn.Activity.Text == "answer")
            {
                turn.Update(sent, new Activity { Text = "feedback" });
            }

            return Task.CompletedTask;
        });
        var client = await DirectLineClient.StartAsync(host);
        await client.SayAsync("ask");
        await client.HearAsync(1);

        await client.SayAsync("answer");
        var heard = await client.HearAsync(2);

        heard.Select(activity => (string)activity["id"]!).ShouldBe([sent, sent]);
        heard.Select(activity => (string)activity["text"]!).ShouldBe(["question", "feedback"]);
        heard[1]["timestamp"]!.GetValue<string>().ShouldBe(heard[0]["timestamp"]!.GetValue<string>());
    }

    [Fact]
    public async Task Twenty_messages_may_wait_for_an_answer_and_the_next_is_refused_until_one_came()
    {
        var open = new SemaphoreSlim(0);
        await using var host = await BotHost.StartAsync(_folder, async turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
            {
                await open.WaitAsync(turn.CancellationToken);
                await BotHost.Echo(turn);
            }
        });
        var client = await DirectLineClient.StartAsync(host);
        for (var i = 0; i < 20; i++)
        {
            await client.SayAsync($"{i}");
        }

        using var refused = await client.PostAsync("too many");
        open.Release(20);
        await client.HearAsync(20);
        await client.SayAsync("again");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await DirectLineClient.JsonAsync(refused))["error"]!["message"]!.GetValue<string>().ShouldContain("20");
        open.Release();
        (await client.HearAsync(21))[20]["text"]!.GetValue<string>().ShouldBe("echo: again");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("long")]
    public async Task Any_length_of_text_is_taken_and_kept_whole(string text)
    {
        text = text == "long" ? new string('ä', 20_000) : text;
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        await client.SayAsync(text);

        (await client.HearAsync(1))[0]["text"]!.GetValue<string>().ShouldBe($"echo: {text}");
    }

    [Fact]
    public async Task Typing_from_a_client_and_types_that_nobody_knows_are_taken_and_ignored()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var client = await DirectLineClient.StartAsync(host);

        foreach (var type in new[] { "typing", "conversationUpdate", "somethingNew" })
        {
            using var answer = await client.SendAsync(HttpMethod.Post, client.Activities, new JsonObject { ["type"] = type });
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await client.PollAsync()).Activities.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
