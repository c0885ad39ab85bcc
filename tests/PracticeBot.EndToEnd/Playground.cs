using Microsoft.Playwright;

namespace PracticeBot.EndToEnd;

/// <summary>
/// Microsoft's own stand-in for Teams (Agents Playground): a page with a personal chat, a group chat and channels, and the connector behind
/// it. What it shows and sends is its own; nothing of it is ours.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private const string Announcement = "Listening on ";

    private readonly NodeProgram _program;
    private readonly Browser _browser;

    private Playground(NodeProgram program, Browser browser, IPage page) => (_program, _browser, Page) = (program, browser, page);

    public IPage Page { get; }

    public ILocator Cards => Page.Locator(".ac-adaptiveCard");

    private ILocator Box => Page.Locator("[role='textbox']").Last;

    public static async Task<Playground> OpenAsync(Host host)
    {
        var (program, line) = await NodeProgram.StartAsync(
            Needs.Node(), line => line.StartsWith(Announcement, StringComparison.Ordinal),
            "--import", new Uri(Path.Combine(AppContext.BaseDirectory, "clients", "loopback.mjs")).AbsoluteUri,
            Path.Combine(AppContext.BaseDirectory, "lib", "@microsoft", "m365agentsplayground", "0.2.28", "cli.js"), "start",
            "--app-endpoint", new Uri(host.Address, "/api/messages").ToString(), "--channel-id", "msteams", "--port", "0", "--disable-telemetry");
        Browser? browser = null;
        try
        {
            browser = await Browser.StartAsync();
            var page = await browser.OpenAsync(new Uri($"http://127.0.0.1:{line[Announcement.Length..]}/"));
            var playground = new Playground(program, browser, page);
            await playground.Saying("Hello. I'm PracticeBot").First.WaitForAsync();
            return playground;
        }
        catch
        {
            await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Messages of the chat that is open, by words of theirs.</summary>
    public ILocator Saying(string words) => Page.Locator(".fai-OutputCard, .fui-Card").Filter(new() { HasText = words });

    /// <summary>Goes to another chat, where the bot introduces itself first.</summary>
    public async Task GoToAsync(string chat)
    {
        await Page.GetByText(chat, new() { Exact = true }).Last.ClickAsync();
        await Saying("Hello. I'm PracticeBot. Here").First.WaitForAsync();
    }

    /// <summary>Says something and waits for words that the bot answers with.</summary>
    public async Task SayAsync(string words, string until)
    {
        var before = await Saying(until).CountAsync();
        await Box.ClickAsync();
        await Page.Keyboard.TypeAsync(words);
        await Page.Keyboard.PressAsync("Enter");
        await Saying(until).Nth(before).WaitForAsync();
    }

    /// <summary>The same where only what mentions the bot reaches it.</summary>
    public async Task MentionAsync(string words, string until)
    {
        var before = await Saying(until).CountAsync();
        await MentionAsync(Box, words);
        await Page.Keyboard.PressAsync("Enter");
        await Saying(until).Nth(before).WaitForAsync();
    }

    /// <summary>A new post in a channel.</summary>
    public async Task PostAsync(string words, string until)
    {
        await MentionAsync(Page.Locator("[role='textbox']").First, words);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
        await Saying(until).First.WaitForAsync();
    }

    /// <summary>Goes on in the thread of a channel that stands first.</summary>
    public async Task AnswerAsync(string words, string until)
    {
        // A thread is one card with all that is said in it.
        var said = Page.Locator(".fui-Card").GetByText(until);
        var before = await said.CountAsync();
        await MentionAsync(Page.Locator("[role='textbox']").Nth(1), words);
        await Page.Keyboard.PressAsync("Enter");
        await said.Nth(before).WaitForAsync();
    }

    private async Task MentionAsync(ILocator box, string words)
    {
        var names = Page.GetByText("Test Bot", new() { Exact = true });
        var before = await names.CountAsync();
        await box.ClickAsync();
        await Page.Keyboard.TypeAsync("@Test", new() { Delay = 30 });
        // What is offered comes last.
        await names.Nth(before).ClickAsync();
        await Page.Keyboard.TypeAsync($" {words}");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _program.DisposeAsync();
    }
}
