using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Content;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Content;
using PracticeBot.Tests.Practice;
using Shouldly;
using Xunit;
using TemporaryFolder = PracticeBot.Tests.Storage.TemporaryFolder;

namespace PracticeBot.Tests.Debriefs;

/// <summary>Through the front door: a talk over Direct Line, then its page in the learner's own browser.</summary>
public sealed class DebriefPageTests : IDisposable
{
    private const string Attuned = "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_has_no_such_talk_sees_the_same_page_whatever_the_reason()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");
        var id = (await SessionAsync(host)).Id;
        using var stranger = await StrangerAsync(host);
        using var nobody = new HttpClient { BaseAddress = host.Address };

        var unknown = await GetAsync(host.Client, "/sessions/AAAAAAAAAAAAAAAAAAAAAA");
        var others = await GetAsync(stranger, $"/sessions/{id}");
        var without = await GetAsync(nobody, $"/sessions/{id}");
        var kept = await PostAsync(stranger, id, "after", "not mine");

        new[] { unknown, others, without, kept }.ShouldAllBe(answer => answer.Status == HttpStatusCode.NotFound);
        others.Body.ShouldBe(unknown.Body);
        without.Body.ShouldBe(unknown.Body);
        kept.Body.ShouldBe(unknown.Body);
        (await SessionAsync(host)).AfterNote.ShouldBeNull();
        (await GetAsync(host.Client, $"/sessions/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_talk_that_goes_on_shows_nothing_of_how_it_goes()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned);

        var page = await PageAsync(host);

        page.Body!.TextContent.ShouldContain("when the talk ends");
        page.QuerySelector("main a[href='/']").ShouldNotBeNull();
        page.QuerySelectorAll(".verdict, .held, mark, form").ShouldBeEmpty();
        page.Body.TextContent.ShouldNotContain("letting people down");
    }

    [Fact]
    public async Task What_the_client_held_is_shown_where_it_was_spoken_from_and_nothing_deeper()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, Attuned, "end");
        var persona = host.Services.GetRequiredService<PersonaLibrary>().All.Single(one => one.Id.Value == "maya");
        var state = (await SessionAsync(host)).State;
        state.ShouldContain("\"layer\":1");

        var page = await PageAsync(host);

        page.QuerySelectorAll(".held").Select(held => held.QuerySelector(".meaning")!.TextContent.Trim('“', '”'))
            .ShouldBe(persona.Layers.Take(2).Select(layer => layer.Meaning));
        page.QuerySelector(".held .feels")!.TextContent.ShouldBe("Strong shame, and beside it sadness and exhaustion.");
        foreach (var hidden in persona.Layers.Skip(2))
        {
            page.Source.Text.ShouldNotContain(hidden.Meaning);
            page.Source.Text.ShouldNotContain(hidden.Need!);
        }

        // Held deeper down and at neither of the layers that were reached.
        foreach (var feeling in new[] { "fear", "guilt", "lonel", "worthless", "regret" })
        {
            page.Source.Text.ShouldNotContain(feeling, Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_client_who_stays_unrevealed_shows_nothing_and_says_so()
    {
        var personas = Path.Combine(_folder.Path, "clients");
        Directory.CreateDirectory(personas);
        await File.WriteAllTextAsync(Path.Combine(personas, "draft.yaml"), Drafts.Fuller + "\nreveal: false\n");
        await using var host = await BotHost.StartPracticeAsync(
            _folder, builder => builder.Services.AddSingleton(new PersonaFolder(personas)), "--Practice:DefaultPersona=draft");
        await PracticeTalk.BeginAsync(host, "start draft", "There's nothing left in you for anyone, just worn out.", "end");

        var page = await PageAsync(host);

        page.QuerySelectorAll(".held").ShouldBeEmpty();
        page.Source.Text.ShouldNotContain("There is nothing left in me for anyone.");
        page.Body!.TextContent.ShouldContain("chose not to show it");
        page.QuerySelectorAll("mark.meets").ShouldNotBeEmpty();
        page.QuerySelectorAll(".marks li").ShouldAllBe(mark => !mark.TextContent.Contains("they hold") && !mark.TextContent.Contains("they mean"));
    }

    [Fact]
    public async Task The_words_that_moved_the_judgement_are_marked_and_the_reply_stays_what_it_was()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");

        var page = await PageAsync(host);

        var reply = page.QuerySelector(".said .reply").ShouldNotBeNull();
        reply.TextContent.ShouldBe(Attuned);
        reply.QuerySelectorAll("mark.meets").Select(mark => mark.TextContent).ShouldContain("letting people down");
        page.QuerySelectorAll(".marks li").Select(mark => mark.TextContent).ShouldContain(mark => mark.Contains("letting people down") && mark.Contains("what they mean"));
        page.QuerySelector(".verdict")!.TextContent.ShouldBe("landed");
        page.Source.Text.ShouldNotContain("accuracy.");
        page.Source.Text.ShouldNotContain("reflection.complex");
    }

    [Fact]
    public async Task Markup_in_a_reply_stays_text()
    {
        const string Reply = "<script>alert('x & y')</script> *leans in* you feel <b>ashamed</b> & heavy";
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Reply, "end");

        var page = await PageAsync(host);

        page.QuerySelector(".said .reply")!.TextContent.ShouldBe(Reply);
        page.QuerySelectorAll("main script, .said b, blockquote b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Stage_directions_of_the_client_are_set_apart()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, Attuned, "silence", "What is that like for you?", Attuned, "end");

        var page = await PageAsync(host);

        // Which of her lines she says is left to chance; a direction stands between two asterisks.
        var directions = (await LinesAsync(host)).Sum(line => line.Count(letter => letter == '*') / 2);
        page.QuerySelectorAll(".answer .line em").Length.ShouldBe(directions);
        page.QuerySelectorAll(".answer .line").ShouldAllBe(line => !line.TextContent.Contains('*'));
    }

    [Fact]
    public async Task The_costliest_moment_leads_back_to_its_turn_in_its_conversation()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Attuned, "At least you have a job, don't worry about it.", "end");
        var session = await SessionAsync(host);
        var costliest = (await TurnsAsync(host)).Single(turn => turn.Depth == 2);

        var page = await PageAsync(host);

        page.QuerySelector(".best blockquote")!.TextContent.ShouldContain("letting people down");
        page.QuerySelector(".again blockquote")!.TextContent.ShouldContain("At least you have a job");
        page.QuerySelector(".again a.primary")!.GetAttribute("href")
            .ShouldBe($"/?talk={Uri.EscapeDataString(talk.Client.ConversationId)}&session={session.Id}&again={costliest.Id}&with=maya");
        page.QuerySelectorAll(".wide .mark-rupture").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Attempts_at_a_moment_stand_beside_the_one_that_the_talk_went_on_from()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", "At least you have a job, don't worry about it.", "again", Attuned, "end");

        var page = await PageAsync(host);

        page.QuerySelectorAll(".transcript > li").Length.ShouldBe(2);
        var attempt = page.QuerySelector(".said details .attempts li").ShouldNotBeNull();
        attempt.QuerySelector(".reply")!.TextContent.ShouldBe("At least you have a job, don't worry about it.");
        attempt.TextContent.ShouldContain("may have hurt");
        page.QuerySelector(".said > .reply")!.TextContent.ShouldBe(Attuned);
    }

    [Fact]
    public async Task Reflections_and_questions_are_shown_from_ten_replies_on()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var nine = await CountsAsync(host, 9);
        var ten = await CountsAsync(host, 10);

        nine.ShouldContain("9 of your replies could be counted");
        nine.ShouldNotContain("Reflections to questions");
        ten.ShouldContain("over 10 replies");
        ten.ShouldContain("Reflections to questions");
    }

    [Fact]
    public async Task Without_the_fitted_models_their_counts_are_left_out_and_it_is_said_so()
    {
        var nowhere = Path.Combine(_folder.Path, "nowhere");
        await using var host = await BotHost.StartPracticeAsync(_folder, builder => builder.Services.AddSingleton(new EncoderSource(nowhere)));
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");

        (await PageAsync(host)).QuerySelector(".counts")!.TextContent.ShouldContain("the fitted models are not loaded");
    }

    [Fact]
    public async Task A_talk_that_was_ended_before_a_word_has_a_debrief_too()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", "end");

        var page = await PageAsync(host);

        page.QuerySelector("h1")!.TextContent.ShouldContain("Maya");
        page.QuerySelector(".felt blockquote")!.TextContent.ShouldContain("hardly got going");
    }

    [Fact]
    public async Task A_rupture_that_passed_without_a_word_is_counted_and_marked_as_eased()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", "Have you tried joining a club?", "You should get out more.", Attuned);

        var card = (await talk.SayAsync("end"))[^1].ToJsonString();
        var page = await PageAsync(host);

        card.ShouldContain("1, of which 0 repaired and 1 eased");
        page.QuerySelectorAll(".mark-eased").ShouldNotBeEmpty();
        page.QuerySelectorAll(".mark-repaired").ShouldBeEmpty();
        page.Body!.TextContent.ShouldContain("eased here, without a word about it");
        page.Body.TextContent.ShouldNotContain("was repaired here");
    }

    [Fact]
    public async Task Private_words_are_kept_shown_to_their_learner_and_said_nowhere_else()
    {
        const string Before = "dread, if I'm honest";
        const string After = "my own mother, all of it\n<b>&";
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Attuned);
        var id = (await SessionAsync(host)).Id;

        (await PostAsync(host.Client, id, "before", Before, "application/json")).Status.ShouldBe(HttpStatusCode.NoContent);
        await talk.SayAsync("end");
        (await PostAsync(host.Client, id, "after", After.ReplaceLineEndings("\r\n"))).Status.ShouldBe(HttpStatusCode.OK);

        var session = await SessionAsync(host);
        session.BeforeNote.ShouldBe(Before);
        session.AfterNote.ShouldBe(After);
        var page = await PageAsync(host);
        page.QuerySelector("#after")!.TextContent.ShouldBe(After);
        page.QuerySelector(".note-kept")!.TextContent.ShouldBe(Before);
        host.Logs.Text.ShouldNotContain("my own mother");
        (await PostAsync(host.Client, id, "after", " ")).Status.ShouldBe(HttpStatusCode.OK);
        (await SessionAsync(host)).AfterNote.ShouldBeNull();
        (await SessionAsync(host)).BeforeNote.ShouldBe(Before);
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused_and_not_lost()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned, "end");
        var id = (await SessionAsync(host)).Id;
        var most = string.Concat(Enumerable.Repeat("a\n", 1000));

        (await PostAsync(host.Client, id, "after", most.ReplaceLineEndings("\r\n"))).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await PostAsync(host.Client, id, "after", $"{most}b");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        var page = await new HtmlParser().ParseDocumentAsync(refused.Body);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("2001");
        page.QuerySelector("#after")!.TextContent.ShouldBe($"{most}b");
        (await SessionAsync(host)).AfterNote.ShouldBe(most);
    }

    [Fact]
    public async Task While_a_talk_goes_on_nothing_can_be_kept_for_afterwards()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", Attuned);
        var id = (await SessionAsync(host)).Id;

        (await PostAsync(host.Client, id, "after", "too soon", "application/json")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var page = await PostAsync(host.Client, id, "after", "too soon");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Body.ShouldContain("too soon");
        (await SessionAsync(host)).AfterNote.ShouldBeNull();
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    public async Task Only_this_sites_own_pages_keep_words(string site, HttpStatusCode status)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", "end");
        var id = (await SessionAsync(host)).Id;

        (await PostAsync(host.Client, id, "after", "mine", site: site)).Status.ShouldBe(status);
        (await SessionAsync(host)).AfterNote.ShouldBe(status == HttpStatusCode.OK ? "mine" : null);
    }

    private static async Task<string> CountsAsync(BotHost host, int replies)
    {
        string[] said = [.. Enumerable.Repeat(new[] { Attuned, "What is that like for you?", "You're the one who fails people, however hard you try." }, 4).SelectMany(three => three)];
        await PracticeTalk.BeginAsync(host, ["start maya", .. said.Take(replies), "end"]);
        return (await PageAsync(host)).QuerySelector(".counts")!.TextContent;
    }

    private static async Task<IDocument> PageAsync(BotHost host)
    {
        var answer = await GetAsync(host.Client, $"/sessions/{(await SessionAsync(host)).Id}");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return await new HtmlParser().ParseDocumentAsync(answer.Body);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        return await AnswerAsync(client, request);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(
        HttpClient client, string id, string field, string words, string accept = "text/html", string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sessions/{id}/check-in");
        request.Content = new FormUrlEncodedContent([new(field, words)]);
        request.Headers.Add("Accept", accept);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await AnswerAsync(client, request);
    }

    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Another browser, known to the server as another learner.</summary>
    private static async Task<HttpClient> StrangerAsync(BotHost host)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        using var token = await client.PostAsync("/api/directline/token", content: null);
        token.EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<PracticeSession> SessionAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Sessions.AsNoTracking()
            .OrderByDescending(session => session.StartedAt).FirstAsync();
    }

    private static async Task<List<string>> LinesAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Turns.Select(turn => turn.ClientLine!).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<PracticeTurn>> TurnsAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Turns.AsNoTracking().ToListAsync();
    }
}
