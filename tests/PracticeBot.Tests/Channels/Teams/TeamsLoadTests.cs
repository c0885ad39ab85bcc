using System.Globalization;
using PracticeBot.Tests.Practice;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Teams;

public sealed class TeamsLoadTests
{
    private const int Conversations = 50;
    private const int Replies = 4;

    /// <summary>Teams' own limits for one thread. What is sent evenly may arrive a little closer together on a machine that is busy.</summary>
    private static readonly (int Most, TimeSpan Window)[] Limits =
    [
        (7, TimeSpan.FromSeconds(0.8)), (8, TimeSpan.FromSeconds(1.8)), (60, TimeSpan.FromSeconds(29.8)),
    ];

    [Fact]
    public async Task Fifty_who_talk_at_once_are_all_answered_in_order()
    {
        using var folder = new TemporaryFolder();
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartPracticeAsync(folder, "--environment=Development");
        var chats = Enumerable.Range(1, Conversations).Select(number => (Person: $"P{number.ToString(CultureInfo.InvariantCulture)}", Chat: TeamsChat.Personal(host, teams, $"P{number.ToString(CultureInfo.InvariantCulture)}"))).ToList();

        var sent = await Task.WhenAll(chats.Select(chat => TalkAsync(chat.Chat, chat.Person)));

        foreach (var ((_, chat), ids) in chats.Zip(sent))
        {
            // The introduction and the first line, then for each reply a line and a card.
            chat.Messages.Select(message => (string?)message["replyToId"]).ShouldBe(ids.SelectMany(id => new[] { id, id }));
        }

        teams.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public async Task However_much_a_bot_has_to_say_no_thread_gets_more_at_once_than_Teams_takes()
    {
        const int Words = 10;
        using var folder = new TemporaryFolder();
        await using var teams = await FakeTeams.StartAsync();
        await using var host = await BotHost.StartAsync(
            folder,
            turn =>
            {
                for (var word = 1; word <= Words; word++)
                {
                    turn.Send(new PracticeBot.Channels.Activity { Text = word.ToString(CultureInfo.InvariantCulture) });
                }

                return Task.CompletedTask;
            },
            "--environment=Development");
        var chats = Enumerable.Range(1, Conversations).Select(number => TeamsChat.Apart(host, teams, $"P{number.ToString(CultureInfo.InvariantCulture)}")).ToList();

        await Task.WhenAll(chats.SelectMany(chat => new[] { "one", "two" }.Select(async words =>
        {
            using var answer = await chat.SendAsync(chat.Message("P", words));
            answer.EnsureSuccessStatusCode();
        })));
        await chats[0].SettledAsync();

        foreach (var chat in chats)
        {
            chat.Messages.Select(Answers.Text).ShouldBe(Enumerable.Repeat(Enumerable.Range(1, Words), 2).SelectMany(all => all).Select(word => word.ToString(CultureInfo.InvariantCulture)));
            foreach (var (most, window) in Limits)
            {
                Densest(teams, chat.Id, window).ShouldBeLessThanOrEqualTo(most);
            }
        }
    }

    /// <summary>Says the next thing when the last one is answered, as a person would.</summary>
    private static async Task<List<string>> TalkAsync(TeamsChat chat, string person)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        List<string> ids = [];
        for (var number = 0; number <= Replies; number++)
        {
            var message = chat.Message(person, number == 0 ? "start maya" : $"It sounds heavy, that you let people down, the {number.ToString(CultureInfo.InvariantCulture)} times.");
            var id = (string)message["id"]!;
            ids.Add(id);
            using var answer = await chat.SendAsync(message);
            answer.EnsureSuccessStatusCode();
            while (chat.Messages.Count(one => (string?)one["replyToId"] == id) < 2)
            {
                await Task.Delay(100, patience.Token);
            }
        }

        return ids;
    }

    private static int Densest(FakeTeams teams, string conversation, TimeSpan window)
    {
        var times = teams.Times[conversation].Order().ToList();
        return times.Max(time => times.Count(other => other >= time && other < time + window));
    }
}
