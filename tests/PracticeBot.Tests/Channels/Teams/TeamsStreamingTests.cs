using System.Text.Json.Nodes;
using PracticeBot.Tests.Models;
using PracticeBot.Tests.Practice;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Teams;

/// <summary>A client's line grows in a personal chat as Teams lets it, and comes whole wherever Teams does not.</summary>
public sealed class TeamsStreamingTests : IDisposable
{
    private const string Reply =
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.";

    private const string Line = "Yes, that's how it is at night. I lie there and count who's next. Then it's four, and the alarm goes. And I get up.";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task In_a_personal_chat_a_line_grows_and_keeps_every_rule()
    {
        await using var model = await FakeModelServer.StartAsync(Speaks);
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await StartAsync(model);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        await chat.SayAsync("Ana", "start maya");

        var answers = await chat.SayAsync("Ana", Reply);

        answers[0].Text().ShouldBe($"**Maya:** {Line}");
        Chunks(teams).Count.ShouldBeGreaterThan(1);
        teams.All.Count(sent => sent.Id == Chunks(teams)[0].Id && (string?)sent.Activity["type"] == "message").ShouldBe(1);
        teams.Breaches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("group")]
    [InlineData("channel")]
    public async Task Where_several_read_it_comes_whole(string kind)
    {
        await using var model = await FakeModelServer.StartAsync(Speaks);
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await StartAsync(model);
        var chat = kind == "group" ? TeamsChat.Group(host, teams) : TeamsChat.Channel(host, teams);
        await chat.SayAsync("Ana", "start maya");

        var answers = await chat.SayAsync("Ana", Reply);

        answers[0].Text().ShouldContain(Line);
        Chunks(teams).ShouldBeEmpty();
        teams.Breaches.ShouldBeEmpty();
    }

    /// <summary>What happens to which chunk, counted from 1; a chunk that is never answered has the status 0.</summary>
    [Theory]
    [InlineData(403, 1)]
    [InlineData(405, 1)]
    [InlineData(403, 2)]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    public async Task A_chunk_that_is_refused_or_never_answered_leaves_one_message_with_all_of_it(int status, int chunk)
    {
        await using var model = await FakeModelServer.StartAsync(Speaks);
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await StartAsync(model);
        var chat = TeamsChat.Personal(host, teams, "Ana");
        await chat.SayAsync("Ana", "start maya");
        var seen = 0;
        var isRefused = false;
        teams.Fault = activity =>
        {
            if (!IsOfAStream(activity))
            {
                return null;
            }

            // A stream that Teams has ended takes nothing more, its end included.
            isRefused |= ++seen == chunk;
            return isRefused && (status != 0 || seen == chunk) ? status : null;
        };

        var answers = await chat.SayAsync("Ana", Reply);

        answers.Count(message => message.Text() == $"**Maya:** {Line}").ShouldBe(1);
        answers[0].IsCard().ShouldBeFalse();
        answers.Count.ShouldBe(2);
    }

    public void Dispose() => _folder.Dispose();

    private Task<BotHost> StartAsync(FakeModelServer model) =>
        BotHost.StartPracticeAsync(_folder, [.. model.Settings, "--environment=Development", "--Model:TimeBudget=00:00:30"]);

    private static FakeAnswer Speaks(ModelRequest request) => request.IsForAssessor
        ? FakeAnswer.Says(ModelAnswers.Attuned())
        : FakeAnswer.Says(Line) with { TokensPerSecond = 20 };

    private static List<FakeTeams.Sent> Chunks(FakeTeams teams) =>
        [.. teams.All.Where(sent => (string?)sent.Activity["type"] == "typing" && IsOfAStream(sent.Activity))];

    private static bool IsOfAStream(JsonObject activity) => activity["entities"]?.AsArray().Any(entity => (string?)entity!["type"] == "streaminfo") == true;
}
