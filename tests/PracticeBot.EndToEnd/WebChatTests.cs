using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

public sealed class WebChatTests
{
    private const string Attuned = "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.";
    private const string AttunedToo = "I wonder if there's some shame in that, as if you're never enough, whatever you do?";
    private const string Deeper = "dad";

    [Fact]
    public async Task A_learner_is_met_with_a_deeper_layer_ruptures_repairs_in_stages_reloads_and_resumes()
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host);
        await tab.ChooseAsync("Maya");
        await tab.Page.GetByText("disappoint everyone").First.WaitForAsync();
        (await tab.Page.GetByText("simulated client").First.IsVisibleAsync()).ShouldBeTrue();

        (await tab.SayAsync(Attuned)).ShouldContain("Landed");
        (await tab.SayAsync(AttunedToo)).ShouldContain("Landed");
        (await tab.LastLineAsync()).ShouldContain(Deeper, Case.Insensitive);

        (await tab.SayAsync("Have you tried talking to him about it?")).ShouldContain("Missed");
        await tab.SayUntoldAsync("Sounds like you're angry with him.");
        var named = await tab.SayAsync("You went quiet when I started giving you advice.");
        named.ShouldContain("You named the shift");
        named.ShouldContain("which part of it was yours");
        (await tab.SayAsync("That's on me. I missed you.")).ShouldContain("Now the feeling");
        (await tab.SayAsync("I imagine that left you feeling ashamed, as if you'd got even this wrong.")).ShouldContain("Landed");

        var before = await tab.Bubbles.CountAsync();
        await tab.Page.ReloadAsync();
        await tab.SendBox.WaitForAsync();
        await tab.Bubbles.Nth(before - 1).WaitForAsync();
        (await tab.Bubbles.First.InnerTextAsync()).ShouldContain("simulated client");
        (await tab.SayAsync("What's that like for you?")).ShouldNotBeEmpty();

        tab.Elsewhere.ShouldBeEmpty();
        tab.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restarted_server_goes_on_without_losing_a_word()
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host);
        await tab.ChooseAsync("Maya");
        await tab.Page.GetByText("disappoint everyone").First.WaitForAsync();

        await host.KillAsync();
        await tab.SendBox.FillAsync(Attuned);
        await tab.SendBox.PressAsync("Enter");
        await tab.SendBox.FillAsync("I was just about to say");
        await host.StartAgainAsync();

        await tab.Cards.First.WaitForAsync(new() { Timeout = 60_000 });
        (await tab.Cards.First.InnerTextAsync()).ShouldContain("Landed");
        (await tab.Cards.CountAsync()).ShouldBe(1);
        (await tab.SendBox.InputValueAsync()).ShouldBe("I was just about to say");
    }

    [Fact]
    public async Task A_client_who_is_called_by_a_command_has_the_room()
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host);
        await tab.ChooseAsync("Maya");
        await tab.Page.GetByText("disappoint everyone").First.WaitForAsync();

        await tab.SendBox.FillAsync("start rosa");
        await tab.SendBox.PressAsync("Enter");

        await tab.Page.Locator("#who").GetByText("Rosa").WaitForAsync();
        tab.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Nothing_stands_in_anyones_way(ColorScheme scheme, int width)
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host, scheme, width);
        (await tab.BarriersAsync()).ShouldBeEmpty();
        await NothingIsWiderThanThePage(tab);

        await tab.ChooseAsync("Maya");
        await tab.Page.GetByText("disappoint everyone").First.WaitForAsync();
        await tab.SayAsync(Attuned);
        (await tab.BarriersAsync()).ShouldBeEmpty();
        await NothingIsWiderThanThePage(tab);
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var host = await Host.StartAsync();
        await using var browser = await Browser.StartAsync();
        var tab = await browser.OpenAsync(host);

        var choose = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Talk with Maya" });
        for (var presses = 0; presses < 20 && !await choose.EvaluateAsync<bool>("button => button === document.activeElement"); presses++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
        }

        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.GetByText("disappoint everyone").First.WaitForAsync();
        await tab.SendBox.FocusAsync();
        await tab.Page.Keyboard.TypeAsync(Attuned);
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Cards.First.WaitForAsync();
    }

    private static async Task NothingIsWiderThanThePage(PracticeTab tab) =>
        (await tab.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
}
