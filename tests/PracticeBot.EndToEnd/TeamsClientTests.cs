using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

/// <summary>The bot as it is, before a client of Teams that is not ours.</summary>
public sealed partial class TeamsClientTests
{
    private const string Development = "Development";
    private const string Meets = "It sounds like you feel ashamed, as if you're the one letting people down.";
    private const string Line = "Yes, that's how it is at night. I lie there and count who's next. Then it's four, and the alarm goes. And I get up.";

    [GeneratedRegex(@"/my-data\.json\?code=[\w-]+", RegexOptions.NonBacktracking)]
    private static partial Regex DataLink();

    [Fact]
    public async Task A_personal_talk_with_cards_buttons_and_thumbs()
    {
        var address = $"http://127.0.0.1:{Host.FreePort()}";
        await using var host = await Host.StartAsync(Development, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["PublicUrl"] = address });
        await using var teams = await Playground.OpenAsync(host);
        (await teams.Saying("Hello. I'm PracticeBot").CountAsync()).ShouldBe(1);

        await teams.SayAsync("start maya", "disappoint everyone");
        await teams.SayAsync(Meets, "Landed");
        (await teams.Cards.Last.InnerTextAsync()).ShouldContain("Accuracy");
        var lines = await teams.Saying("disappoint everyone").CountAsync();
        await teams.Cards.Last.GetByRole(AriaRole.Button, new() { Name = "Same moment again" }).ClickAsync();
        await teams.Saying("disappoint everyone").Nth(lines).WaitForAsync();

        await teams.Page.Locator(".fai-FeedbackButtons__positiveFeedbackButton").Last.ClickAsync();
        await teams.Page.Locator("textarea").FillAsync("That is how she talks.");
        await teams.Page.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await teams.Page.GetByText("invoke 200").Nth(1).WaitForAsync();
        await teams.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).Last.ClickAsync();
        await teams.SayAsync("end", "Looking back on your talk with Maya");

        await teams.SayAsync("my data", "as a file");
        var link = DataLink().Match(await teams.Page.ContentAsync()).Value;
        using var browser = new HttpClient { BaseAddress = host.Address };
        var kept = JsonNode.Parse(await browser.GetStringAsync(link))!;
        ((string?)kept["opinions"]![0]!["reaction"]).ShouldBe("like");
        ((string?)kept["opinions"]![0]!["words"]).ShouldBe("That is how she talks.");
    }

    [Fact]
    public async Task A_question_makes_way_for_the_feedback_that_it_held_back()
    {
        await using var host = await Host.StartAsync(Development);
        await using var teams = await Playground.OpenAsync(host);
        await teams.SayAsync("start maya", "disappoint everyone");
        await teams.SayAsync("rating on", "rate each reply yourself");

        await teams.SayAsync(Meets, "how well did you meet Maya?");
        await teams.Cards.Last.GetByRole(AriaRole.Button, new() { Name = "4", Exact = true }).ClickAsync();

        await teams.Saying("Landed").WaitForAsync();
        (await teams.Cards.CountAsync()).ShouldBe(1);
        (await teams.Saying("how well did you meet Maya?").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task All_that_the_bot_says_is_said_to_be_made_by_a_machine_and_can_be_judged()
    {
        await using var host = await Host.StartAsync(Development);
        await using var teams = await Playground.OpenAsync(host);
        await teams.SayAsync("start maya", "disappoint everyone");
        await teams.SayAsync(Meets, "Landed");
        await teams.SayAsync("hint", "Hint 1 of 3");

        var said = await teams.Saying(string.Empty).CountAsync();

        said.ShouldBe(6);
        (await teams.Page.Locator(".fai-AiGeneratedDisclaimer").CountAsync()).ShouldBe(said);
        (await teams.Page.Locator(".fai-FeedbackButtons").CountAsync()).ShouldBe(said);
    }

    [Fact]
    public async Task A_client_that_is_opened_anew_installs_the_bot_anew_and_is_not_introduced_to_it_again()
    {
        await using var host = await Host.StartAsync(Development);
        await using var teams = await Playground.OpenAsync(host);
        await teams.SayAsync("start maya", "disappoint everyone");

        await teams.Page.ReloadAsync();
        await teams.Page.GetByText("installationUpdate 202").WaitForAsync();
        await teams.Page.GetByText("conversationUpdate 202").WaitForAsync();
        await teams.SayAsync("hint", "Hint 1 of 3");

        (await teams.Saying("Hello. I'm PracticeBot").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_group_shares_one_client_and_what_is_personal_comes_alone()
    {
        await using var host = await Host.StartAsync(Development);
        await using var teams = await Playground.OpenAsync(host);
        await teams.GoToAsync("Group Chat");

        await teams.MentionAsync("start maya", "it's your turn with Maya");
        await teams.MentionAsync(Meets, "The floor is open");
        await teams.MentionAsync("progress", "sent this to you privately");

        (await teams.Cards.CountAsync()).ShouldBe(0);
        await teams.Page.GetByText("Personal Chat", new() { Exact = true }).Last.ClickAsync();
        await teams.Saying("In the group, Maya had said").WaitForAsync();
        (await teams.Cards.Nth(0).InnerTextAsync()).ShouldContain("Landed");
        (await teams.Cards.Nth(1).InnerTextAsync()).ShouldContain("Your progress");
    }

    [Fact]
    public async Task A_post_in_a_channel_begins_a_talk_which_goes_on_in_its_thread()
    {
        await using var host = await Host.StartAsync(Development);
        await using var teams = await Playground.OpenAsync(host);
        await teams.GoToAsync("General");

        await teams.PostAsync("start tariq", "it's your turn with Tariq");

        (await teams.Saying("How long does this take?").CountAsync()).ShouldBe(1);
        await teams.AnswerAsync("It sounds as if nobody asked what you want.", "whoever would like to answer Tariq");
    }

    [Fact]
    public async Task A_line_grows_as_the_client_of_Teams_takes_it()
    {
        var node = Needs.Node();
        var (model, port) = await NodeProgram.StartAsync(node, _ => true, Path.Combine(AppContext.BaseDirectory, "clients", "model.mjs"), Line);
        await using var running = model;
        await using var host = await Host.StartAsync(Development, settings: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Model__Provider"] = "openai", ["Model__Endpoint"] = $"http://127.0.0.1:{port}/v1", ["Model__Name"] = "m", ["Model__TimeBudget"] = "00:00:30",
        });
        await using var teams = await Playground.OpenAsync(host);
        await teams.SayAsync("start maya", "disappoint everyone");

        await teams.SayAsync(Meets, "And I get up.");
        await teams.Cards.Last.WaitForAsync();

        (await teams.Saying("Yes, that's how it is at night.").CountAsync()).ShouldBe(1);
        (await teams.Page.GetByText("typing 201").CountAsync()).ShouldBe(1);
        (await teams.Page.GetByText("typing 202").CountAsync()).ShouldBeGreaterThan(0);
        (await teams.Page.GetByText("typing 4").CountAsync()).ShouldBe(0);
    }
}
