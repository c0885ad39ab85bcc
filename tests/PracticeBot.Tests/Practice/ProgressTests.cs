using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Core.Skills;
using PracticeBot.Practice;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

/// <summary>Through the front door: talks by Direct Line, then the page that the same browser gets.</summary>
public sealed class ProgressTests : IDisposable
{
    private const string Attuned = "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.";
    private const string AttunedToo = "I wonder if there's some shame in that, as if you're never enough, whatever you do?";
    private const string Advice = "Have you tried talking to them about it?";
    private const string Reassurance = "Don't worry, I'm sure everyone thinks you're wonderful.";
    private const string Named = "You've gone quiet. I think I brushed past what you said.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_has_not_practised_is_told_what_will_stand_here()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var page = await PageAsync(host.Client);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Your progress");
        page.QuerySelector("main a[href='/']").ShouldNotBeNull();
        page.QuerySelectorAll(".skill").ShouldBeEmpty();
        page.QuerySelectorAll("script").ShouldBeEmpty();

        // With a cookie, and a talk in which nothing was said yet, it is the same.
        await PracticeTalk.BeginAsync(host, "start maya");
        (await PageAsync(host.Client)).QuerySelectorAll(".skill").ShouldBeEmpty();
    }

    [Fact]
    public async Task After_talks_the_page_shows_bands_numbers_sessions_and_what_to_practise_next()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, Advice, Reassurance, Named, "end", "start rosa", Advice, Reassurance, "end");

        var page = await PageAsync(host.Client);
        page.QuerySelectorAll(".skill").Length.ShouldBe(Enum.GetValues<Skill>().Length);
        var tone = page.QuerySelectorAll(".skill").Single(skill => skill.QuerySelector("h3")!.TextContent == "Tone");
        tone.QuerySelector("svg.band")!.GetAttribute("aria-label")!.ShouldContain("of 100, between");
        tone.QuerySelector("svg.history").ShouldNotBeNull();
        tone.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.QuerySelectorAll(".early").ShouldNotBeEmpty();

        var sessions = await SessionsAsync(host);
        page.QuerySelectorAll(".sessions a").Select(link => link.GetAttribute("href"))
            .ShouldBe(sessions.OrderByDescending(session => session.StartedAt).Select(session => $"/sessions/{session.Id}"));
        page.QuerySelector(".next a")!.GetAttribute("href")!.ShouldMatch("^/\\?(start=[a-z]+|drill=[a-z]+&moment=m[1-9])$");
        page.QuerySelector("a[href='/my-data.json']").ShouldNotBeNull();
        page.QuerySelector("a[href='/my-data.html']").ShouldNotBeNull();
        page.Body!.TextContent.ShouldContain("one day in the last four weeks");
    }

    [Fact]
    public async Task Nobody_sees_anothers_practice()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");
        var session = (await SessionsAsync(host)).ShouldHaveSingleItem();

        using var handler = new HttpClientHandler();
        using var other = new HttpClient(handler) { BaseAddress = host.Address };
        (await other.PostAsync("/api/directline/token", null)).EnsureSuccessStatusCode();
        handler.CookieContainer.Count.ShouldBe(1);
        var page = await PageAsync(other);
        page.QuerySelectorAll(".skill").ShouldBeEmpty();
        page.DocumentElement.OuterHtml.ShouldNotContain(session.Id);

        (await PageAsync(host.Client)).DocumentElement.OuterHtml.ShouldContain(session.Id);
    }

    [Theory]
    [InlineData("start maya", "feedback off", Advice)]
    [InlineData("unaided", Advice, Reassurance)]
    [InlineData("rating on", "start maya", Attuned)]
    public async Task What_has_not_been_told_moves_nothing(params string[] said)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, said);

        (await PageAsync(host.Client)).QuerySelectorAll(".skill").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_attempt_moves_no_estimate_and_shows_as_improvement()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Advice);
        var before = await ViewAsync(host);
        await talk.SayAsync("again");
        await talk.SayAsync(Attuned);

        var after = await ViewAsync(host);
        after.Skills.Select(skill => skill.Estimate).ShouldBe(before.Skills.Select(skill => skill.Estimate));
        var meaning = after.Skills.Single(skill => skill.Skill == Skill.Meaning);
        meaning.Later.ShouldBe(1);
        meaning.ImprovedBy.ShouldNotBeNull().ShouldBeGreaterThan(0);
        before.Skills.ShouldAllBe(skill => skill.ImprovedBy == null);

        // The moment after it is new again.
        await talk.SayAsync(AttunedToo);
        (await ViewAsync(host)).Skills.Single(skill => skill.Skill == Skill.Tone).Estimate.Observations.ShouldBe(2);
    }

    [Fact]
    public async Task What_follows_a_moment_taken_again_counts_only_where_the_learner_has_not_been()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Attuned, Advice);
        Seen(await ViewAsync(host)).ShouldBe(2);

        // Back by the first card; then a first attempt under another parent, as deep as the talk had been.
        await TakeFirstTurnAgainAsync(host, talk);
        await talk.SayAsync(AttunedToo);
        await talk.SayAsync(Attuned);
        Seen(await ViewAsync(host)).ShouldBe(2);
        await talk.SayAsync(Advice);
        Seen(await ViewAsync(host)).ShouldBe(3);

        static int Seen(ProgressView view) => view.Skills.Single(skill => skill.Skill == Skill.Tone).Estimate.Observations;
    }

    [Fact]
    public async Task A_second_meeting_moves_no_estimate_and_shows_as_improvement()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Advice, Advice, "end");
        var before = await ViewAsync(host);
        foreach (var words in (string[])["start maya", Attuned, AttunedToo, "end"])
        {
            await talk.SayAsync(words);
        }

        var after = await ViewAsync(host);
        after.Skills.Select(skill => skill.Estimate).ShouldBe(before.Skills.Select(skill => skill.Estimate));
        after.Skills.Single(skill => skill.Skill == Skill.Meaning).ImprovedBy.ShouldNotBeNull().ShouldBeGreaterThan(0);
        after.Sessions.Select(session => session.IsFirst).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_talk_begun_and_left_without_a_word_is_no_meeting()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", "end", "start maya", Attuned, "end");
        var view = await ViewAsync(host);
        view.Sessions.ShouldHaveSingleItem().IsFirst.ShouldBeTrue();
        view.Skills.Single(skill => skill.Skill == Skill.Tone).Estimate.Observations.ShouldBe(1);
    }

    [Fact]
    public async Task A_hinted_reply_moves_no_estimate()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned);
        (await ViewAsync(host)).Skills.ShouldContain(skill => skill.Estimate.Observations > 0);

        await ChangeAsync(host, "UPDATE turns SET \"HintsUsed\" = 1");
        var view = await ViewAsync(host);
        view.Skills.ShouldAllBe(skill => skill.Estimate == SkillEstimate.Unknown && skill.ImprovedBy == null);
        view.Sessions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_drill_moves_no_estimate_and_is_a_meeting_all_the_same()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");
        await ChangeAsync(host, "UPDATE practice_sessions SET \"Kind\" = 'Drill'");
        await talk.SayAsync("start maya");
        await talk.SayAsync(Attuned);

        var view = await ViewAsync(host);
        view.Skills.ShouldAllBe(skill => skill.Estimate == SkillEstimate.Unknown);
        view.Sessions.Select(session => session.Kind).ShouldBe([PracticeKind.Talk, PracticeKind.Drill]);
    }

    [Fact]
    public async Task A_talk_stopped_for_the_learners_own_sake_counts_nowhere()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "I want to kill myself", "i'd like to stop");
        (await ViewAsync(host)).Skills.ShouldAllBe(skill => skill.Estimate == SkillEstimate.Unknown);
    }

    [Fact]
    public async Task Noticing_and_repair_are_read_from_what_was_done()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Reassurance, Named);
        var open = await ViewAsync(host);
        open.Skills.Single(skill => skill.Skill == Skill.Noticing).Estimate.Mean.ShouldBeGreaterThan(0);
        open.Skills.Single(skill => skill.Skill == Skill.Repair).Estimate.Observations.ShouldBe(0);

        await talk.SayAsync("end");
        var ended = (await ViewAsync(host)).Skills.Single(skill => skill.Skill == Skill.Repair).Estimate;
        ended.Observations.ShouldBe(1);
        ended.Mean.ShouldBeLessThan(0);
    }

    [Fact]
    public async Task Own_ratings_stand_beside_the_verdicts()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, AttunedToo, Advice);
        (await PageAsync(host.Client)).Body!.TextContent.ShouldContain("rating on");

        await ChangeAsync(host, "UPDATE turns SET \"SelfRating\" = 1");
        var gap = (await ViewAsync(host)).Ratings.ShouldNotBeNull();
        gap.Ratings.ShouldBe(3);
        gap.Mean.ShouldBe(1 - ((5 + 5 + 2) / 3.0), 1e-9);
        (await PageAsync(host.Client)).Body!.TextContent.ShouldContain("You rate your replies lower");

        await ChangeAsync(host, "UPDATE turns SET \"SelfRating\" = 5");
        (await PageAsync(host.Client)).Body!.TextContent.ShouldContain("You rate your replies higher");
    }

    [Fact]
    public async Task The_card_says_the_strongest_the_weakest_and_what_is_next()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var card = host.Services.GetRequiredService<ProgressCard>();
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        card.Of(await ViewAsync(host), "https://here/progress").Attachments![0].Content!.ToString().ShouldContain("nothing to tell yet");

        await talk.SayAsync(Advice);
        card.Of(await ViewAsync(host), "https://here/progress").Attachments![0].Content!.ToString().ShouldContain("too early to say");

        foreach (var words in (string[])[Attuned, Reassurance, Advice, Named])
        {
            await talk.SayAsync(words);
        }

        var view = await ViewAsync(host);
        var activity = card.Of(view, "https://here/progress");
        var words1 = activity.Attachments![0].Content!.ToString();
        words1.ShouldContain("Strongest");
        words1.ShouldContain("Most to gain");
        words1.ShouldContain("https://here/progress");
        words1.ShouldContain(view.Next.ShouldNotBeNull().Option.Client.Name);
        activity.Summary!.ShouldContain(view.Next.Option.Client.Name);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync("/progress");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }

    private static async Task<ProgressView> ViewAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var learner = await db.Sessions.Select(session => session.LearnerId).Distinct().SingleAsync();
        return await host.Services.GetRequiredService<ProgressReader>().OfAsync(db, learner, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<PracticeSession>> SessionsAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Sessions.AsNoTracking().ToListAsync();
    }

    private static async Task ChangeAsync(BotHost host, string statement)
    {
        await using var scope = host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<PracticeDb>().Database.ExecuteSqlRawAsync(statement)).ShouldBeGreaterThan(0);
    }

    /// <summary>As the button on the first turn's card does it.</summary>
    private static async Task TakeFirstTurnAgainAsync(BotHost host, PracticeTalk talk)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var first = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Turns.SingleAsync(turn => turn.Depth == 1);
        var press = DirectLineClient.Message(string.Empty);
        press["value"] = new JsonObject
        {
            ["practice"] = new JsonObject { ["command"] = "again", ["session"] = first.SessionId, ["id"] = first.Id },
        };
        using var answer = await talk.Client.SendAsync(HttpMethod.Post, talk.Client.Activities, press);
        answer.EnsureSuccessStatusCode();
        await talk.SettledAsync();
    }
}
