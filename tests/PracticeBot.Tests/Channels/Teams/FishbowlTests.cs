using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;
using PracticeBot.Tests.Practice;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Teams;

public sealed class FishbowlTests : IDisposable
{
    private const string Development = "--environment=Development";
    private const string Meets = "It sounds like you feel ashamed, as if you're the one letting people down.";
    private const string Misses = "Have you tried a planner?";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Several_share_one_client_in_turns_and_each_hears_alone_how_it_landed(string kind)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development, "--PublicUrl=https://practice.example");
        var group = kind == "channel" ? TeamsChat.Channel(host, teams) : TeamsChat.Group(host, teams);
        var (ana, ben) = (TeamsChat.Personal(host, teams, "Ana"), TeamsChat.Personal(host, teams, "Ben"));
        await ana.DoAsync(ana.Installation("Ana", "add"));
        teams.Install("29:Ben", ben.Id);

        var begun = await group.SayAsync("Ana", "start maya");
        var joined = await group.SayAsync("Ben", Meets);
        var first = await group.SayAsync("Ana", Meets);
        var second = await group.SayAsync("Ben", Misses);
        var over = await group.SayAsync("Ana", "end");

        begun.Count.ShouldBe(2);
        begun[1].Text().ShouldStartWith("**Maya:**");
        begun[1].Text().ShouldContain("<at>Ana</at>, it's your turn");
        joined.ShouldHaveSingleItem().Text().ShouldContain("Ana");
        first.ShouldHaveSingleItem().Text().ShouldContain("<at>Ben</at>, it's your turn");
        second.ShouldHaveSingleItem().Text().ShouldContain("<at>Ana</at>, it's your turn");
        over.ShouldHaveSingleItem().Text().ShouldContain("2 replies");
        group.Messages.ShouldAllBe(message => !message.IsCard());
        group.Messages.ShouldAllBe(message => !message.ToJsonString().Contains("verdict", StringComparison.Ordinal));
        ana.Messages.Count.ShouldBe(3);
        ana.Messages[1].ToJsonString().ShouldContain("letting people down");
        ana.Messages[2].ToJsonString().ShouldContain("https://practice.example/sessions/");
        ben.Messages.Count.ShouldBe(2);
        ben.Messages[0].ToJsonString().ShouldContain("planner");
        ben.Messages.ShouldAllBe(message => !message.ToJsonString().Contains("You said: “It sounds like", StringComparison.Ordinal));
        teams.Breaches.ShouldBeEmpty();
        (await ReadAsync(host, db => db.Turns.AsNoTracking().OrderBy(turn => turn.Depth).Select(turn => turn.Reply).ToListAsync())).ShouldBe([Meets, Misses]);
    }

    [Fact]
    public async Task A_first_word_in_a_group_begins_nothing_but_an_offer()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var group = TeamsChat.Group(host, teams);

        var offer = (await group.SayAsync("Ana", "hello")).ShouldHaveSingleItem();
        using var pressed = await group.SendAsync(group.Press("Ana", offer, "start"));
        await group.SettledAsync();

        offer.ToJsonString().ShouldContain("https://teams.microsoft.com/l/chat/0/0?users=28%3A");
        group.Messages.Count.ShouldBe(3);
        group.Messages[2].Text().ShouldContain("<at>Ana</at>, it's your turn");
        teams.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_can_not_be_written_to_is_told_once_how_that_is_mended()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var group = TeamsChat.Group(host, teams);
        await group.SayAsync("Ana", "start maya");

        var first = await group.SayAsync("Ana", Meets);
        var second = await group.SayAsync("Ana", Misses);
        var asked = await group.SayAsync("Ana", "progress");

        first.Count.ShouldBe(2);
        first[1].Text().ShouldContain("https://teams.microsoft.com/l/chat/0/0?users=28%3A");
        second.Count.ShouldBe(1);
        asked.ShouldHaveSingleItem().Text().ShouldContain("write to you alone");
    }

    [Theory]
    [InlineData("progress")]
    [InlineData("my data")]
    [InlineData("delete my data")]
    [InlineData("hint")]
    [InlineData("example")]
    public async Task What_is_personal_is_answered_alone(string command)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development, "--PublicUrl=https://practice.example");
        var group = TeamsChat.Group(host, teams);
        var ana = TeamsChat.Personal(host, teams, "Ana");
        teams.Install("29:Ana", ana.Id);
        await group.SayAsync("Ana", "start maya");

        var said = await group.SayAsync("Ana", command);

        said.ShouldHaveSingleItem().Text().ShouldContain("sent this to you privately");
        ana.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_turn_that_nobody_takes_goes_on_after_three_minutes_and_in_the_end_the_floor_is_open()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, builder => builder.Services.AddSingleton<TimeProvider>(_clock), Development);
        var group = TeamsChat.Group(host, teams);
        await SayAsync(group, "Ana", "start maya");
        await SayAsync(group, "Ben", Meets);
        var before = group.Messages.Count;

        await PassAsync(group, TimeSpan.FromSeconds(170), until: before);
        await PassAsync(group, TimeSpan.FromSeconds(20), until: before + 1);
        await PassAsync(group, TimeSpan.FromSeconds(190), until: before + 2);
        await PassAsync(group, TimeSpan.FromMinutes(10), until: before + 2);

        group.Messages[before].Text().ShouldContain("Ana seems to be away");
        group.Messages[before].Text().ShouldContain("<at>Ben</at>, it's your turn");
        group.Messages[before + 1].Text().ShouldContain("The floor is open");
    }

    [Fact]
    public async Task Pass_hands_the_turn_on_and_only_for_the_one_who_has_it()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var group = TeamsChat.Group(host, teams);
        await group.SayAsync("Ana", "start maya");
        await group.SayAsync("Ben", "me too");

        (await group.SayAsync("Ben", "pass"))[0].Text().ShouldContain("It's Ana's turn");
        (await group.SayAsync("Ana", "pass"))[0].Text().ShouldContain("<at>Ben</at>, it's your turn");
        (await group.SayAsync("Ben", "pass"))[0].Text().ShouldContain("<at>Ana</at>, it's your turn");
    }

    [Fact]
    public async Task Whoever_leaves_the_group_is_not_waited_for()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var group = TeamsChat.Group(host, teams);
        await group.SayAsync("Ana", "start maya");
        await group.SayAsync("Ben", "me too");

        await group.DoAsync(group.Members("Ana", "membersRemoved", "29:Ana"));

        group.Messages[^1].Text().ShouldContain("<at>Ben</at>, it's your turn");
    }

    [Fact]
    public async Task A_learners_own_need_is_answered_alone_and_kept_nowhere()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development, "--Safety:Resources:en=Call 123");
        var group = TeamsChat.Group(host, teams);
        var ana = TeamsChat.Personal(host, teams, "Ana");
        teams.Install("29:Ana", ana.Id);
        await group.SayAsync("Ana", "start maya");

        var said = await group.SayAsync("Ana", "I want to kill myself, not as part of this.");
        var unreachable = await group.SayAsync("Ben", "I want to kill myself, not as part of this.");

        said.ShouldHaveSingleItem().Text().ShouldContain("privately");
        ana.Messages.ShouldHaveSingleItem().Text().ShouldContain("Call 123");
        unreachable.ShouldHaveSingleItem().Text().ShouldContain("Call 123");
        unreachable[0].Text().ShouldNotContain("Ben");
        (await ReadAsync(host, db => db.Turns.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_moment_can_be_taken_anew_by_somebody_else()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var group = TeamsChat.Group(host, teams);
        var opening = (await group.SayAsync("Ana", "start maya"))[1].Text().Split("\n\n")[0];
        await group.SayAsync("Ana", Misses);

        var again = (await group.SayAsync("Ben", "again")).ShouldHaveSingleItem().Text();
        await group.SayAsync("Ben", Meets);

        again.ShouldStartWith(opening);
        again.ShouldContain("<at>Ben</at>, it's your turn");
        (await ReadAsync(host, db => db.Turns.AsNoTracking().OrderBy(turn => turn.Attempt).Select(turn => turn.Attempt).ToListAsync())).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Each_reads_what_was_said_on_the_page_and_how_only_their_own_landed()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development, "--PublicUrl=https://practice.example");
        var group = TeamsChat.Group(host, teams);
        var ben = TeamsChat.Personal(host, teams, "Ben");
        teams.Install("29:Ben", ben.Id);
        await group.SayAsync("Ana", "start maya");
        await group.SayAsync("Ben", "me too");
        await group.SayAsync("Ana", Meets);
        await group.SayAsync("Ben", Misses);
        await group.SayAsync("Ana", "again");
        await group.SayAsync("Ana", "The other way, then?");
        await group.SayAsync("Ben", "again");
        await group.SayAsync("Ben", Misses);
        await group.SayAsync("Ana", "end");
        var link = new Uri(ben.Messages[^1]["attachments"]![0]!["content"]!["actions"]!.AsArray().Select(action => (string?)action!["url"]).First(url => url is not null)!);

        using var browser = new HttpClient { BaseAddress = host.Address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await browser.GetStringAsync(link.PathAndQuery);
        using var stranger = await host.Client.GetAsync(link.AbsolutePath);

        page.ShouldContain("planner");
        page.ShouldContain("letting people down");
        page.ShouldContain("Ana <span class=\"number\">1</span>");
        page.ShouldNotContain("The other way, then?");
        page.Split("class=\"verdict").Length.ShouldBe(2);
        page.ShouldNotContain("id=\"chart\"");
        page.ShouldNotContain("check-in");
        ((int)stranger.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Who_deletes_what_is_theirs_takes_their_words_and_leaves_the_others_theirs()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(_folder, Development);
        var group = TeamsChat.Group(host, teams);
        var ana = TeamsChat.Personal(host, teams, "Ana");
        await ana.DoAsync(ana.Installation("Ana", "add"));
        await group.SayAsync("Ana", "start maya");
        await group.SayAsync("Ben", "me too");
        await group.SayAsync("Ana", Misses);
        await group.SayAsync("Ben", Meets);

        await ana.SayAsync("Ana", "delete my data");
        await ana.SayAsync("Ana", "confirm");
        var goesOn = await group.SayAsync("Ben", Meets);

        goesOn[0].Text().ShouldStartWith("**Maya:**");
        (await ReadAsync(host, db => db.Turns.AsNoTracking().OrderBy(turn => turn.Depth).Select(turn => turn.Reply).ToListAsync()))
            .ShouldBe([string.Empty, Meets, Meets]);
        (await ReadAsync(host, db => db.Participants.AsNoTracking().Select(seat => seat.Name).ToListAsync())).ShouldBe(["Ben"]);
        (await ReadAsync(host, db => db.Learners.CountAsync())).ShouldBe(1);
        (await ReadAsync(host, db => db.Sessions.AsNoTracking().Select(session => session.LearnerId).SingleAsync()))
            .ShouldBe(await ReadAsync(host, db => db.Learners.AsNoTracking().Select(learner => learner.Id).SingleAsync()));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Moves the clock until what is due has happened.</summary>
    private async Task PassAsync(TeamsChat group, TimeSpan time, int until)
    {
        const int Steps = 40;
        for (var step = 0; step < Steps; step++)
        {
            _clock.Advance(time / Steps);
            await Task.Delay(5);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (group.Messages.Count < until)
        {
            // Under a second: what is not due yet stays so.
            _clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(10, patience.Token);
        }

        await group.SettledAsync();
        group.Messages.Count.ShouldBe(until);
    }

    private static async Task SayAsync(TeamsChat group, string person, string words)
    {
        using var answer = await group.SendAsync(group.Message(person, words));
        await group.SettledAsync();
    }

    private static async Task<T> ReadAsync<T>(BotHost host, Func<PracticeDb, Task<T>> read)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PracticeDb>());
    }
}
