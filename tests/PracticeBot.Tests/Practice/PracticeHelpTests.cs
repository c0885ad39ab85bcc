using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Core.Coaching;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Reading;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

/// <summary>Hints, a reply to learn from, drills, and the talk without any of it.</summary>
public sealed class PracticeHelpTests : IDisposable
{
    private const string Advice = "Have you tried talking to them about it?";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_hint_has_three_steps_and_is_noted_with_the_reply()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        (await talk.SayAsync("hint")).ShouldHaveSingleItem().Text().ShouldContain("I disappoint everyone");
        (await talk.SayAsync("hint")).ShouldHaveSingleItem().Text().ShouldContain("how they see themselves");
        (await talk.SayAsync("/hint")).ShouldHaveSingleItem().Text().ShouldContain("in your own eyes");
        (await talk.SayAsync("hint")).ShouldHaveSingleItem().Text().ShouldContain("3 of 3");
        foreach (var hint in (await talk.Client.PollAsync()).Activities.Select(activity => activity.Text()).Where(text => text.Contains("of 3", StringComparison.Ordinal)))
        {
            hint.ShouldNotContain("shame", Case.Insensitive);
        }

        await talk.SayAsync(Advice);
        await talk.SayAsync("[nods]");
        (await TurnsAsync(host)).OrderBy(turn => turn.Depth).Select(turn => turn.HintsUsed).ShouldBe([3, 0]);
    }

    [Fact]
    public async Task In_a_rupture_the_hint_turns_to_what_stands_between_the_two()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start grace", "Don't be silly.");

        (await talk.SayAsync("hint")).ShouldHaveSingleItem().Text().ShouldContain("how it is said to you");

        // A quiet withdrawal is for the learner to see, until they have named it.
        await talk.SayAsync("start maya");
        await talk.SayAsync("Don't be silly.");
        (await talk.SayAsync("hint")).ShouldHaveSingleItem().Text().ShouldNotContain("how it is said to you");
        await talk.SayAsync("You've gone quiet. I made it smaller than it is.");
        (await talk.SayAsync("hint")).ShouldHaveSingleItem().Text().ShouldContain("how it is said to you");
    }

    [Fact]
    public async Task An_example_comes_only_after_a_try_and_lands()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        (await talk.SayAsync("example")).ShouldHaveSingleItem().Text().ShouldContain("Try it yourself first");

        await talk.SayAsync(Advice);
        var example = (await talk.SayAsync("example")).ShouldHaveSingleItem().Text();
        var reply = example[(example.IndexOf('“', StringComparison.Ordinal) + 1)..example.LastIndexOf('”')];
        await talk.SayAsync("again");

        ((string?)(await talk.SayAsync(reply))[0].Practice()["verdict"]).ShouldBe("attuned");
    }

    [Fact]
    public async Task A_drill_gives_three_attempts_at_one_moment()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host);
        var start = await talk.SayAsync("drill maya m2");
        start[0].Text().ShouldContain("three attempts");
        start[1].Text().ShouldContain("cake");

        var first = await talk.SayAsync(Advice);
        first[1].ToJsonString().ShouldContain("Attempt 1 of 3");
        var before = Before(first[0].Practice());
        var second = await talk.SayAsync("That really hurt.");
        Before(second[0].Practice()).ShouldBe(before);
        second[1].ToJsonString().ShouldContain(Advice);
        var third = await talk.SayAsync("You brought it with love, and nobody even cut it.");
        third[1].ToJsonString().ShouldContain("Three attempts");

        var turns = await TurnsAsync(host);
        turns.Select(turn => (turn.ParentId, turn.Depth, turn.Attempt)).OrderBy(turn => turn.Attempt).ShouldBe([(null, 1, 1), (null, 1, 2), (null, 1, 3)]);
        (await talk.SayAsync("Hello?")).ShouldHaveSingleItem().Text().ShouldContain("has ended");

        static int Before(JsonObject practice) => (int)practice["trust"]! - (int)practice["trustChange"]!;
    }

    [Fact]
    public async Task Each_attempt_of_a_drill_is_told_at_once_whatever_the_client_does()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "drill maya m1");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var answers = await talk.SayAsync("Don't be silly.");
            answers.Count.ShouldBe(2);
            ((string?)answers[0].Practice()["reaction"]).ShouldBe("withdraw");
            answers[1].ToJsonString().ShouldContain("May have hurt");
        }
    }

    [Theory]
    [InlineData("*Talking to them.* Right. Yes.", "I just feel like no matter what I do, I disappoint everyone", false)]
    [InlineData("*looks at the floor* Fine.", "looks at the floor", true)]
    [InlineData("*shrugs* It's fine. I just can't get it right, can I?", "I just can't get it right, can I", false)]
    public void A_hint_points_to_what_is_near_or_to_what_was_done(string line, string words, bool isGesture)
    {
        var moment = RepairTalk.With("maya").Encounter;

        HintPolicy.For(moment.Persona, moment.State, [moment.Lines[0], line], step: 1).ShouldBe(new Hint.WhereToLook(words, isGesture));
    }

    [Fact]
    public async Task A_drill_without_a_moment_takes_the_one_that_went_worst()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(
            host,
            "start maya",
            "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.",
            "Whatever you do, it never feels like enough, and it's wearing you out to keep letting people down.");
        var opened = (await talk.SayAsync("Have you tried ringing him?"))[0].Practice();
        ((int)opened["turn"]!).ShouldBe(3);

        (await talk.SayAsync("drill"))[1].Text().ShouldContain("cake");
    }

    [Theory]
    [InlineData("drill maya m99", "no moment by that name")]
    [InlineData("/drill nobody", "no client by that name")]
    public async Task A_drill_that_is_not_there_says_what_is(string command, string says)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        (await (await PracticeTalk.BeginAsync(host)).SayAsync(command)).ShouldHaveSingleItem().Text().ShouldContain(says);
    }

    [Fact]
    public async Task An_unaided_talk_has_one_client_and_no_help_until_its_end()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder, "--Practice:UnaidedPersona=maya");
        var talk = await PracticeTalk.BeginAsync(host);
        var start = await talk.SayAsync("unaided");
        start[0].Text().ShouldContain("no hints");
        ((string?)start[1]["from"]!["name"]).ShouldBe("Maya");
        start[1].ToJsonString().ShouldNotContain("\"hint\"");

        (await talk.SayAsync(Advice)).ShouldHaveSingleItem().Practice().ContainsKey("verdict").ShouldBeFalse();
        foreach (var command in new[] { "hint", "again", "example", "feedback on" })
        {
            (await talk.SayAsync(command)).ShouldHaveSingleItem().Text().ShouldContain("unaided");
        }

        (await talk.SayAsync("[waits]")).ShouldHaveSingleItem().IsCard().ShouldBeFalse();
        (await talk.SayAsync("end")).ShouldHaveSingleItem().IsCard().ShouldBeTrue();
        (await talk.SayAsync("again")).ShouldHaveSingleItem().Text().ShouldContain("unaided");
        (await TurnsAsync(host)).ShouldAllBe(turn => turn.Attempt == 1);
    }

    private static async Task<List<PracticeTurn>> TurnsAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Turns.ToListAsync(TestContext.Current.CancellationToken);
    }
}
