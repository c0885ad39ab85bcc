using Microsoft.Playwright;
using Shouldly;

namespace PracticeBot.EndToEnd;

/// <summary>Chromium, and the practice page in it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var chromium = Needs.Chromium();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browser(playwright, browser);
    }

    public async Task<PracticeTab> OpenAsync(Host host, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        var tab = new PracticeTab(page, host);
        await page.GotoAsync(host.Address.ToString());
        return tab;
    }

    /// <summary>A page of somebody else's, which gets nothing that does not lie on this machine.</summary>
    public async Task<IPage> OpenAsync(Uri address)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 1000 } });
        var page = await context.NewPageAsync();
        await page.RouteAsync(asked => !new Uri(asked).IsLoopback, route => route.AbortAsync());
        await page.GotoAsync(address.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>A learner's tab.</summary>
internal sealed class PracticeTab
{
    private readonly IPage _page;
    private readonly Host _host;

    public PracticeTab(IPage page, Host host)
    {
        (_page, _host) = (page, host);
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" or "ws" or "wss" && address.Authority != host.Address.Authority)
            {
                Elsewhere.Add(request.Url);
            }
        };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page => _page;

    /// <summary>Addresses of others that the page asked; there must be none.</summary>
    public List<string> Elsewhere { get; } = [];

    /// <summary>What scripts threw.</summary>
    public List<string> Errors { get; } = [];

    public ILocator SendBox => _page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>What was said, oldest first: every bubble's words.</summary>
    public ILocator Bubbles => _page.Locator(".webchat__bubble__content");

    public ILocator Cards => _page.Locator(".ac-adaptiveCard");

    public async Task ChooseAsync(string name)
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = $"Talk with {name}" }).ClickAsync();
        await SendBox.WaitForAsync();
    }

    /// <summary>Says something and waits for the feedback on it.</summary>
    public async Task<string> SayAsync(string words)
    {
        var before = await Cards.CountAsync();
        await SendBox.FillAsync(words);
        await SendBox.PressAsync("Enter");
        await Cards.Nth(before).WaitForAsync();
        return await Cards.Nth(before).InnerTextAsync();
    }

    /// <summary>Says something and waits for the client alone: nothing is told of it yet.</summary>
    public async Task SayUntoldAsync(string words)
    {
        var before = await Bubbles.CountAsync();
        await SendBox.FillAsync(words);
        await SendBox.PressAsync("Enter");
        await Bubbles.Nth(before + 1).WaitForAsync();
    }

    /// <summary>The client's newest words: the bubble before the newest card.</summary>
    public async Task<string> LastLineAsync()
    {
        var texts = await Bubbles.AllInnerTextsAsync();
        return texts[^2];
    }

    /// <summary>Keeps a note for oneself while the talk goes on.</summary>
    public async Task KeepBeforeAsync(string words)
    {
        await _page.GetByText("Check in with yourself").ClickAsync();
        await _page.Locator("#before").FillAsync(words);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await _page.GetByText("Kept, for you alone.").WaitForAsync();
        await _page.GetByText("Check in with yourself").ClickAsync();
    }

    /// <summary>Presses a button of the newest card that opens another page.</summary>
    public async Task<PracticeTab> FollowAsync(string button)
    {
        var opened = await _page.Context.RunAndWaitForPageAsync(() => Cards.Last.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        await opened.WaitForLoadStateAsync();
        return new PracticeTab(opened, _host);
    }

    /// <summary>Goes to a page, on which nothing may stand in anyone's way and nothing be wider than the window.</summary>
    public async Task CleanAsync(string path)
    {
        await _page.GotoAsync(new Uri(_host.Address, path).ToString());
        (await BarriersAsync(all: true)).ShouldBeEmpty(path);
        (await _page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(path);
    }

    /// <summary>What axe-core finds that is serious or worse.</summary>
    /// <param name="all">Whatever it finds: for pages that are all ours.</param>
    public async Task<IReadOnlyList<string>> BarriersAsync(bool all = false)
    {
        // As a script of its own the checker would be refused by the page's policy, as it should be.
        var axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "lib", "axe-core", "4.14.1", "axe.min.js"));
        await _page.EvaluateAsync($"() => {{ {axe} }}");
        return await _page.EvaluateAsync<string[]>(
            """
            async all => (await axe.run(document)).violations
              .filter(found => all || ['serious', 'critical'].includes(found.impact))
              .map(found => `${found.id}: ${found.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)
            """,
            all);
    }
}
