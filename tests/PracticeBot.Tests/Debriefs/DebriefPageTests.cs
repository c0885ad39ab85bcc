using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Practice;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Debriefs;

/// <summary>Through the front door: a talk by Direct Line, then the page that the same browser gets.</summary>
public sealed partial class DebriefPageTests : IDisposable
{
    private const string Attuned = "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.";
    private const string AttunedToo = "I wonder if there's some shame in that, as if you're never enough, whatever you do?";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_shows_the_course_the_words_and_what_lay_beneath_those_reached()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, AttunedToo, "Don't be silly, everyone makes mistakes.", "end");

        var page = await PageAsync(host, (await SessionAsync(host)).Id);
        var text = page.Body!.TextContent;
        text.ShouldContain("2 of 6 layers reached");
        text.ShouldContain("Shame, strong");
        text.ShouldContain("I am the one who lets people down.");
        text.ShouldContain("Whatever I bring my dad");
        text.ShouldNotContain("I could have killed someone");
        page.QuerySelectorAll("mark.breach").Select(mark => mark.TextContent).ShouldContain("Don't be silly");
        page.QuerySelectorAll(".turn .said p").Select(said => said.TextContent.Trim()).ShouldContain(Attuned);
        page.QuerySelectorAll(".course tbody tr").Length.ShouldBe(4);
        page.QuerySelector(".course svg")!.GetAttribute("role").ShouldBe("img");
        page.QuerySelector(".moments a")!.GetAttribute("href")!.ShouldStartWith("/?talk=");
        text.ShouldContain("replies could be coded; the counts begin to say something from 10 on");
        page.QuerySelectorAll("script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_does_not_reveal_keeps_what_lay_beneath()
    {
        var personas = Path.Combine(_folder.Path, "personas");
        Directory.CreateDirectory(personas);
        var maya = await File.ReadAllTextAsync(Path.Combine(Content.Repository.Root, "personas", "maya.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(personas, "maya.yaml"), maya.Replace("difficulty: 2", "difficulty: 2\nreveal: false", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var host = await BotHost.StartPracticeAsync(_folder, builder => builder.Services.AddSingleton(new PracticeBot.Content.PersonaFolder(personas)));
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");

        var text = (await PageAsync(host, (await SessionAsync(host)).Id)).Body!.TextContent;
        text.ShouldContain("is not shown for this client");
        text.ShouldNotContain("Shame");
    }

    [Fact]
    public async Task While_the_talk_goes_on_nothing_is_told()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned);

        var text = (await PageAsync(host, (await SessionAsync(host)).Id)).Body!.TextContent;
        text.ShouldContain("still going on");
        text.ShouldNotContain("Landed");
        text.ShouldNotContain("shame", Case.Insensitive);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task What_is_not_ones_own_is_as_if_it_were_not_there(string accept)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");
        var id = (await SessionAsync(host)).Id;
        using var other = new HttpClient { BaseAddress = host.Address };
        (await other.PostAsync("/api/directline/token", null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var stranger = new HttpClient { BaseAddress = host.Address };

        var nothing = await GetAsync(other, "nosuchtalk", accept);
        nothing.Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(other, id, accept)).ShouldBe(nothing);
        (await GetAsync(stranger, id, accept)).ShouldBe(nothing);
        (await GetAsync(host.Client, id, accept)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_a_learner_wrote_stays_text()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", "It hurts <script>alert(1)</script> & <b>more</b>", "end");

        var page = await PageAsync(host, (await SessionAsync(host)).Id);
        page.QuerySelectorAll("main script, main b").ShouldBeEmpty();
        page.Body!.TextContent.ShouldContain("<script>alert(1)</script> & <b>more</b>");
    }

    [Fact]
    public async Task A_note_is_kept_for_its_learner_alone()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");
        var id = (await SessionAsync(host)).Id;

        (await NoteAsync(host.Client, id, "after", "I wanted to rescue her.")).ShouldBe(HttpStatusCode.OK);
        (await NoteAsync(host.Client, id, "before", "Tired today.")).ShouldBe(HttpStatusCode.OK);
        var text = (await PageAsync(host, id)).Body!.TextContent;
        text.ShouldContain("I wanted to rescue her.");
        text.ShouldContain("Tired today.");

        using var other = new HttpClient { BaseAddress = host.Address };
        (await NoteAsync(other, id, "after", "Someone else's")).ShouldBe(HttpStatusCode.NotFound);
        (await NoteAsync(host.Client, id, "after", new string('a', 2001))).ShouldBe(HttpStatusCode.BadRequest);
        (await SessionAsync(host)).AfterNote.ShouldBe("I wanted to rescue her.");
        host.Logs.Text.ShouldNotContain("rescue");
    }

    [Fact]
    public async Task Another_site_can_keep_no_note()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sessions/{(await SessionAsync(host)).Id}/check-in")
        {
            Content = new FormUrlEncodedContent([new("after", "forged")]),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        (await host.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SessionAsync(host)).AfterNote.ShouldBeNull();
    }

    private static async Task<HttpStatusCode> NoteAsync(HttpClient client, string id, string field, string words)
    {
        using var form = new FormUrlEncodedContent([new(field, words)]);
        using var answer = await client.PostAsync($"/sessions/{id}/check-in", form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient client, string id, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sessions/{id}");
        request.Headers.Add("Accept", accept);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        // Every answer names its own request.
        return (answer.StatusCode, TraceId().Replace(body, string.Empty));
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex TraceId();

    private static async Task<IHtmlDocument> PageAsync(BotHost host, string id) => new HtmlParser().ParseDocument((await GetAsync(host.Client, id, "text/html")).Body);

    private static async Task<PracticeSession> SessionAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Sessions.SingleAsync(TestContext.Current.CancellationToken);
    }
}
