using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

/// <summary>What a learner does over some evenings: practise, try again, look back, see it develop, and take it all away.</summary>
public sealed class JourneyTests
{
    private const string Attuned = "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.";
    private const string AttunedToo = "I wonder if there's some shame in that, as if you're never enough, whatever you do?";
    private const string Advice = "Have you tried talking to him about it?";

    [Fact]
    public async Task A_learner_practises_rates_tries_again_misses_a_withdrawal_and_looks_back()
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host);
        await tab.ChooseAsync("Maya");
        await tab.Page.GetByText("disappoint everyone").First.WaitForAsync();
        await tab.KeepBeforeAsync("A long day on the ward.");

        // The same moment again, side by side, at the same state.
        (await tab.SayAsync(Advice)).ShouldContain("Missed");
        await tab.Cards.Last.GetByRole(AriaRole.Button, new() { Name = "Same moment again" }).ClickAsync();
        await tab.Page.GetByText("disappoint everyone").Nth(1).WaitForAsync();
        var compared = await tab.SayAsync(Attuned);
        compared.ShouldContain("side by side");
        compared.ShouldContain(Advice);

        // Self-rating first: the verdict comes in the question's place.
        await tab.SayUntoldAsync("rating on");
        (await tab.SayAsync(AttunedToo)).ShouldContain("how well did you meet Maya?");
        var cards = await tab.Cards.CountAsync();
        await tab.Cards.Last.GetByRole(AriaRole.Button, new() { Name = "4", Exact = true }).ClickAsync();
        await tab.Cards.Last.GetByText("Landed", new() { Exact = true }).WaitForAsync();
        (await tab.Cards.CountAsync()).ShouldBe(cards);
        await tab.SayUntoldAsync("rating off");

        // A withdrawal goes by: nothing tells it before the question does.
        await tab.SayUntoldAsync("Don't be silly, everyone makes mistakes.");
        await tab.SayUntoldAsync("silence");
        (await tab.Page.GetByText("May have hurt").CountAsync()).ShouldBe(0);
        (await tab.SayAsync("How long has it been like this?")).ShouldContain("did you see a change");
        await tab.Cards.Last.GetByRole(AriaRole.Button, new() { Name = "No, it passed me by" }).ClickAsync();
        await tab.Cards.Last.GetByText("Maya drew back after").WaitForAsync();

        (await tab.SayAsync("end")).ShouldContain("Looking back on your talk with Maya");
        var debrief = await tab.FollowAsync("Look back on it");
        (await debrief.Page.Locator("h1").InnerTextAsync()).ShouldContain("Maya");
        debrief.Page.Url.ShouldNotContain("code");
        (await debrief.Page.Locator("svg.talk-chart[role=img]").CountAsync()).ShouldBeGreaterThan(0);
        (await debrief.Page.Locator("svg.talk-chart .mark-rupture").CountAsync()).ShouldBeGreaterThan(0);
        var told = await debrief.Page.Locator("main").InnerTextAsync();
        told.ShouldContain("Strong shame");
        told.ShouldContain("The shift went by without a word.");
        told.ShouldContain("You rated it 4 of 5");
        told.ShouldContain("A long day on the ward.");

        await debrief.Page.GetByLabel("After the talk").FillAsync("I wanted to make it better at once.");
        await debrief.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        (await debrief.Page.GetByLabel("After the talk").InputValueAsync()).ShouldBe("I wanted to make it better at once.");

        // The moment that cost most, taken again from the look back.
        await debrief.Page.GetByRole(AriaRole.Link, new() { Name = "Take this moment again" }).ClickAsync();
        await debrief.SendBox.WaitForAsync();
        await debrief.Cards.Nth(await tab.Cards.CountAsync() - 1).WaitForAsync();
        var last = await debrief.SayAsync("It's frightening how near it came, and that it could happen again.");
        last.ShouldContain("side by side");
        tab.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_three_talks_and_a_drill_progress_shows_and_everything_can_be_taken_and_deleted()
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host);
        foreach (var (client, replies) in new[]
                 {
                     ("Maya", new[] { Attuned, AttunedToo, Advice }),
                     ("Rosa", ["It sounds frightening to wait for that.", "You don't want to be any trouble to anyone, even now."]),
                     ("Grace", ["You're worn out, and you don't want one more person telling you what to do."]),
                 })
        {
            await tab.ChooseAsync(client);
            await tab.Bubbles.Nth(1).WaitForAsync();
            foreach (var reply in replies)
            {
                await tab.SayAsync(reply);
            }

            await tab.SayAsync("end");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "All clients" }).ClickAsync();
        }

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Drill one moment with Maya" }).ClickAsync();
        await tab.SendBox.WaitForAsync();
        await tab.Page.GetByText("three attempts").First.WaitForAsync();
        await tab.SayAsync(Advice);
        await tab.SayAsync("It sounds hard.");
        (await tab.SayAsync(Attuned)).ShouldContain("Three attempts at one moment");

        await tab.Page.GotoAsync(new Uri(host.Address, "/progress").ToString());
        (await tab.Page.Locator(".skill").CountAsync()).ShouldBe(10);
        (await tab.Page.Locator(".skill svg.history").CountAsync()).ShouldBeGreaterThan(0);
        (await tab.Page.Locator(".sessions a").CountAsync()).ShouldBe(4);
        (await tab.Page.Locator(".next a").CountAsync()).ShouldBe(1);

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.Locator("a[href='/my-data.json']").ClickAsync());
        var data = JsonNode.Parse(await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken))!;
        data["talks"]!.AsArray().Count.ShouldBe(4);
        await tab.Page.GotoAsync(new Uri(host.Address, "/my-data.html").ToString());
        (await tab.Page.Locator("main").InnerTextAsync()).ShouldContain("no matter what I do");

        await tab.Page.GotoAsync(host.Address.ToString());
        await tab.ChooseAsync("Maya");
        await tab.Bubbles.Nth(1).WaitForAsync();
        await tab.SayUntoldAsync("delete my data");
        await tab.SendBox.FillAsync("confirm");
        await tab.SendBox.PressAsync("Enter");
        await tab.Page.GetByText("Nothing of you is kept on this server any more").WaitForAsync();
        await tab.Page.GotoAsync(new Uri(host.Address, "/progress").ToString());
        (await tab.Page.Locator(".skill").CountAsync()).ShouldBe(0);
        tab.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task No_page_of_the_learners_stands_in_anyones_way(ColorScheme scheme, int width)
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host, scheme, width);
        await tab.CleanAsync("/progress");
        await tab.CleanAsync("/sessions/nosuchtalk");
        await tab.CleanAsync("/");
        await tab.ChooseAsync("Maya");
        await tab.Bubbles.Nth(1).WaitForAsync();
        await tab.SayAsync(Attuned);
        await tab.SayUntoldAsync("Don't be silly, everyone makes mistakes.");
        await tab.SayAsync("You went quiet. I made it smaller than it is.");
        await tab.SayAsync("end");
        await tab.CleanAsync("/progress");
        await tab.CleanAsync((await tab.Page.Locator(".sessions a").First.GetAttributeAsync("href"))!);
        await tab.CleanAsync("/my-data.html");
    }
}
