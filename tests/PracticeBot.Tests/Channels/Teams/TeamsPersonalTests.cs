using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;
using PracticeBot.Tests.Practice;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Teams;

public sealed class TeamsPersonalTests : IDisposable
{
    private const string Development = "--environment=Development";
    private const string Reply = "It sounds like you feel ashamed, as if you're the one letting people down.";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("members, installation")]
    [InlineData("installation, members")]
    [InlineData("members, members, installation, installation")]
    [InlineData("members")]
    [InlineData("installation")]
    public async Task It_introduces_itself_once_however_the_arrival_is_told(string told)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");

        foreach (var one in told.Split(", "))
        {
            await chat.DoAsync(one == "members" ? chat.Members("Ana", "membersAdded", "29:Ana", TeamsChat.Bot) : chat.Installation("Ana", "add"));
        }

        chat.Messages.ShouldHaveSingleItem().Text().ShouldContain("PracticeBot");
        teams.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_it_was_taken_out_and_put_in_again_it_introduces_itself_anew()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");

        await chat.DoAsync(chat.Installation("Ana", "add"));
        await chat.DoAsync(chat.Installation("Ana", "remove"));
        chat.Messages.Count.ShouldBe(1);
        (await ReferencesAsync(host)).ShouldBeEmpty();
        await chat.DoAsync(chat.Installation("Ana", "add"));

        chat.Messages.Count.ShouldBe(2);
        (await ReferencesAsync(host)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_speaks_first_gets_no_introduction_afterwards()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");

        var begun = await chat.SayAsync("Ana", "start maya");
        await chat.DoAsync(chat.Installation("Ana", "add"));

        begun.Count.ShouldBe(2);
        chat.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_talk_from_start_to_debrief_keeps_every_rule_of_Teams()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development, "--PublicUrl=https://practice.example");
        var chat = TeamsChat.Personal(host, teams, "Ana");

        await chat.SayAsync("Ana", "personas");
        await chat.SayAsync("Ana", "start maya");
        var answers = await chat.SayAsync("Ana", Reply);
        await chat.SayAsync("Ana", "hint");
        var debrief = await chat.SayAsync("Ana", "end");

        answers.Count.ShouldBe(2);
        ((string?)answers[0].Practice()["verdict"]).ShouldBe("attuned");
        answers[1].IsCard().ShouldBeTrue();
        debrief.ShouldHaveSingleItem().ToJsonString().ShouldContain("https://practice.example/sessions/");
        teams.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_is_answered_at_once_and_does_what_the_command_does()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        var opening = (await chat.SayAsync("Ana", "start maya"))[1];
        var card = (await chat.SayAsync("Ana", Reply))[1];

        using var answer = await chat.SendAsync(chat.Press("Ana", card, "again"));
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        await chat.SettledAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((int?)body!["statusCode"]).ShouldBe(200);
        chat.Messages[^1].Text().ShouldBe(opening.Text());
    }

    [Fact]
    public async Task What_may_be_done_next_stands_in_the_card_and_does_what_it_says()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        await chat.SayAsync("Ana", "start maya");
        var card = (await chat.SayAsync("Ana", Reply))[1];

        var body = card["attachments"]![0]!["content"]!["body"]!.AsArray();
        var buttons = body.Single(element => (string?)element!["type"] == "ActionSet")!["actions"]!.AsArray();
        buttons.Select(button => (string?)button!["verb"]).ShouldBe(["hint", "silence", "pause", "end"]);
        card["attachments"]![0]!["content"]!["actions"] = buttons.DeepClone();
        using var answer = await chat.SendAsync(chat.Press("Ana", card, "hint"));
        await chat.SettledAsync();

        chat.Messages[^1].Text().ShouldContain("Hint 1 of 3");
        teams.Breaches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"again"}}""")]
    [InlineData("{}")]
    public async Task A_button_that_holds_nothing_is_told_so(string value)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        var press = chat.Activity("invoke", "Ana");
        press["name"] = "adaptiveCard/action";
        press["value"] = JsonNode.Parse(value);

        using var answer = await chat.SendAsync(press);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();

        ((int?)body!["statusCode"]).ShouldBe(400);
    }

    [Fact]
    public async Task Thumbs_and_their_words_are_kept_with_the_message_and_the_talk()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        var session = (string?)(await chat.SayAsync("Ana", "start maya"))[1].Practice()["session"];
        var line = teams.All[^1].Id;

        using var answer = await chat.SendAsync(chat.Feedback("Ana", line, "dislike", "She would never say that."));
        var body = await answer.Content.ReadAsStringAsync();
        await chat.SettledAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        body.ShouldBe("{}");
        var kept = (await FeedbackAsync(host)).ShouldHaveSingleItem();
        (kept.Reaction, kept.Words, kept.SessionId).ShouldBe(("dislike", "She would never say that.", session));
        host.Logs.Text.ShouldNotContain("never say that");
        chat.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_is_changed_after_it_was_judged_stays_as_it_was_judged()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        await chat.SayAsync("Ana", "start maya");
        var message = chat.Message("Ana", Reply);
        await chat.DoAsync(message);
        var before = chat.Messages.Count;

        await chat.DoAsync(Changed(chat, message, "messageUpdate", "Have you tried a planner?"));
        await chat.DoAsync(Changed(chat, message, "messageDelete", string.Empty));

        chat.Messages.Count.ShouldBe(before + 1);
        chat.Messages[^1].Text().ShouldContain("again");
        (await TurnsAsync(host)).ShouldHaveSingleItem().Reply.ShouldBe(Reply);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    public async Task A_message_that_is_changed_before_its_turn_is_heard_as_it_was_left(string change)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        await chat.SayAsync("Ana", "start maya");
        var isOpen = new TaskCompletionSource();
        teams.Fault = activity =>
        {
            isOpen.Task.Wait();
            return null;
        };
        // The answer to this one is held up on its way out, so that what follows waits together.
        await chat.SendAsync(chat.Message("Ana", "personas"));
        var message = chat.Message("Ana", "Have you tried a planner?");
        await chat.SendAsync(message);
        await chat.SendAsync(Changed(chat, message, change, Reply));
        isOpen.SetResult();
        await chat.SettledAsync();

        (await TurnsAsync(host)).Select(turn => turn.Reply).ShouldBe(change == "messageUpdate" ? [Reply] : []);
    }

    [Fact]
    public async Task A_reaction_is_passed_over_in_silence()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        await chat.SayAsync("Ana", "start maya");
        var reaction = chat.Activity("messageReaction", "Ana");
        reaction["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });

        await chat.DoAsync(reaction);

        chat.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_too_large_for_Teams_is_made_to_fit()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartAsync(
            _folder,
            turn =>
            {
                turn.Send(new PracticeBot.Channels.Activity { Text = new string('a', 100_000), ChannelData = new JsonObject { ["practice"] = new string('b', 100_000) } });
                return Task.CompletedTask;
            },
            Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");

        var said = await chat.SayAsync("Ana", "go");

        said.ShouldHaveSingleItem().Text().ShouldContain("aaa");
        teams.Breaches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_nobody_is_any_more_the_way_there_is_forgotten(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        await chat.SayAsync("Ana", "start maya");
        teams.Fault = _ => status;

        await chat.SayAsync("Ana", Reply);

        (await ReferencesAsync(host)).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Changed(TeamsChat chat, JsonObject message, string type, string words)
    {
        var change = chat.Activity(type, "Ana");
        change["id"] = (string?)message["id"];
        change["timestamp"] = "2026-01-01T12:00:05.000Z";
        if (words.Length > 0)
        {
            change["text"] = words;
        }

        change["channelData"]!["eventType"] = type == "messageUpdate" ? "editMessage" : "softDeleteMessage";
        return change;
    }

    private static Task<List<PracticeTurn>> TurnsAsync(BotHost host) => ReadAsync(host, db => db.Turns.AsNoTracking().ToListAsync());

    private static Task<List<MessageFeedback>> FeedbackAsync(BotHost host) => ReadAsync(host, db => db.MessageFeedback.AsNoTracking().ToListAsync());

    private static Task<List<StoredReference>> ReferencesAsync(BotHost host) => ReadAsync(host, db => db.References.AsNoTracking().ToListAsync());

    private static async Task<T> ReadAsync<T>(BotHost host, Func<PracticeDb, Task<T>> read)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PracticeDb>());
    }
}
