using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

/// <summary>Through the front door: the host, its store, a Direct Line client.</summary>
public sealed class PracticeConversationTests : IDisposable
{
    private const string Attuned = "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_start_says_what_this_is_and_lets_the_client_speak()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var answers = await (await PracticeTalk.BeginAsync(host)).SayAsync("start maya");

        answers.Count.ShouldBe(2);
        answers[0].Text().ShouldContain("simulated client");
        answers[0].Text().ShouldContain("no model provider");
        answers[1].Text().ShouldContain("disappoint everyone");
        ((string?)answers[1]["from"]!["name"]).ShouldBe("Maya");
    }

    [Fact]
    public async Task The_very_first_message_begins_a_talk_and_is_not_judged()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var answers = await (await PracticeTalk.BeginAsync(host)).SayAsync("Hello there");

        answers.Count.ShouldBe(2);
        answers.ShouldAllBe(answer => !answer.IsCard());
        (await TurnsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guided_reply_gets_the_clients_line_and_then_one_card()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var answers = await (await PracticeTalk.BeginAsync(host, "start maya")).SayAsync(Attuned);

        answers.Count.ShouldBe(2);
        var practice = answers[0].Practice();
        ((string?)practice["verdict"]).ShouldBe("attuned");
        ((int?)practice["turn"]).ShouldBe(1);
        ((int?)practice["attempt"]).ShouldBe(1);
        ((string?)practice["persona"]).ShouldBe("maya");
        practice.ContainsKey("moment").ShouldBeFalse();
        practice.ContainsKey("accuracy").ShouldBeFalse();
        foreach (var evidence in practice["evidence"]!.AsArray())
        {
            Attuned.Substring((int)evidence!["start"]!, (int)evidence["length"]!).ShouldBe((string?)evidence["quote"]);
        }

        answers[1].IsCard().ShouldBeTrue();
    }

    /// <summary>Without the fitted models a picture that no phrase of the author's holds is a guess.</summary>
    [Fact]
    public async Task A_verdict_that_is_not_sure_is_told_as_a_guess()
    {
        var nowhere = Path.Combine(_folder.Path, "nowhere");
        await using var host = await BotHost.StartPracticeAsync(_folder, builder => builder.Services.AddSingleton(new EncoderSource(nowhere)));
        var answers = await (await PracticeTalk.BeginAsync(host, "start maya")).SayAsync("So you know every single person by the face they make, as if it all went in a bucket with a hole in it.");

        ((double)answers[0].Practice()["confidence"]!).ShouldBeLessThan(0.6);
        var card = answers[1].ToJsonString();
        card.ShouldContain("Perhaps");
        card.ShouldContain("not sure about this one");
        card.ShouldNotContain("\"Good\"");
    }

    [Fact]
    public async Task In_quiet_mode_there_is_the_line_only_and_nothing_of_the_verdict()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var answers = await (await PracticeTalk.BeginAsync(host, "start maya", "feedback off")).SayAsync(Attuned);

        answers.Count.ShouldBe(1);
        var told = answers[0].Practice().Where(field => field.Value is not null).Select(field => field.Key);
        told.ShouldBe(["session", "id", "turn", "attempt"], ignoreOrder: true);
    }

    [Fact]
    public async Task Silence_and_an_empty_message_are_silence()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        ((string?)(await talk.SayAsync("silence"))[0].Practice()["reaction"]).ShouldBe("settle");
        ((string?)(await talk.SayAsync(string.Empty))[0].Practice()["reaction"]).ShouldBe("unease");
    }

    [Fact]
    public async Task While_paused_nothing_is_judged_or_kept()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", "pause");

        (await talk.SayAsync("my own private thought"))[0].Text().ShouldContain("resume");
        (await TurnsAsync(host)).ShouldBeEmpty();
        (await StoredAsync(host)).ShouldNotContain("private thought");
        (await talk.Client.PollAsync()).Activities.Select(activity => activity.Text()).ShouldContain("(Said outside the role-play; not kept.)");
        (await talk.SayAsync("resume"))[0].Text().ShouldContain("disappoint everyone");
        (await talk.SayAsync(Attuned)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_learners_own_risk_is_answered_while_paused_too()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder, "--Safety:Resources:en=Call the night desk on 12345.");
        var talk = await PracticeTalk.BeginAsync(host, "start maya", "pause");

        var answer = (await talk.SayAsync("I want to kill myself")).ShouldHaveSingleItem();

        answer.Text().ShouldContain("night desk on 12345");
        (await StoredAsync(host)).ShouldNotContain("kill myself");
        (await talk.SayAsync("resume"))[0].Text().ShouldContain("disappoint everyone");
        (await TurnsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Again_goes_back_to_the_same_moment_and_sets_the_attempts_side_by_side()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        var first = (await talk.SayAsync("Have you tried talking to them about it?"))[0].Practice();

        var line = (await talk.SayAsync("again")).ShouldHaveSingleItem();
        line.Text().ShouldContain("disappoint everyone");
        (await talk.SayAsync("again")).ShouldHaveSingleItem().Text().ShouldContain("disappoint everyone");
        var answers = await talk.SayAsync(Attuned);

        var second = answers[0].Practice();
        ((int?)second["turn"]).ShouldBe(1);
        ((int?)second["attempt"]).ShouldBe(2);
        ((int)second["trust"]! - (int)second["trustChange"]!).ShouldBe((int)first["trust"]! - (int)first["trustChange"]!);
        var card = answers[1].ToJsonString();
        card.ShouldContain("side by side");
        card.ShouldContain("Have you tried talking to them about it?");

        var turns = await TurnsAsync(host);
        turns.Select(turn => (turn.ParentId, turn.Attempt)).ShouldBe([(null, 1), (null, 2)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_card_takes_its_own_turn_again_even_after_the_end()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        var first = (await talk.SayAsync("Have you tried talking to them about it?"))[0].Practice();
        await talk.SayAsync("What is that like for you?");
        await talk.SayAsync("end");

        var press = DirectLineClient.Message(string.Empty);
        press["value"] = new JsonObject
        {
            ["practice"] = new JsonObject { ["command"] = "again", ["session"] = (string?)first["session"], ["id"] = (string?)first["id"] },
        };
        (await talk.PressAsync(press))[0].Text().ShouldContain("disappoint everyone");

        var again = (await talk.SayAsync(Attuned))[0].Practice();
        ((int?)again["turn"]).ShouldBe(1);
        ((int?)again["attempt"]).ShouldBe(2);
        ((string?)again["session"]).ShouldBe((string?)first["session"]);
    }

    [Fact]
    public async Task Before_the_first_reply_there_is_nothing_to_take_again()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        (await talk.SayAsync("again")).ShouldHaveSingleItem().Text().ShouldContain("no reply to take back");
    }

    [Theory]
    [InlineData("link")]
    [InlineData("/join 123456")]
    public async Task A_command_that_is_not_here_yet_is_no_reply(string command)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        (await talk.SayAsync(command)).ShouldHaveSingleItem().Text().ShouldContain("isn't here yet");
        (await TurnsAsync(host)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"practice":{"command":"polish"}}""")]
    [InlineData("""{"practice":{"command":7}}""")]
    [InlineData("""{"vote":"yes"}""")]
    [InlineData("17")]
    public async Task A_card_of_someone_else_is_no_reply(string value)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        var press = DirectLineClient.Message(string.Empty);
        press["value"] = JsonNode.Parse(value);

        (await talk.PressAsync(press))[0].Text().ShouldContain("isn't one of mine");
        (await TurnsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_an_end_words_get_a_menu_and_never_a_new_client()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Attuned);

        (await talk.SayAsync("end")).ShouldHaveSingleItem().IsCard().ShouldBeTrue();
        var menu = (await talk.SayAsync("Hello?")).ShouldHaveSingleItem();
        menu["suggestedActions"]!["actions"]!.AsArray().Count.ShouldBe(2);
        (await talk.SayAsync("start walter")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_unknown_command_gets_help_and_an_unknown_client_the_list()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        (await talk.SayAsync("/frobnicate"))[0].Text().ShouldContain("silence");
        (await talk.SayAsync("/start nobody"))[0].Text().ShouldContain("Walter");
        (await TurnsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_learners_own_risk_leaves_the_role_and_holds_the_reply()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder, "--Safety:Resources:en=Call the night desk on 12345.");
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        var stepped = (await talk.SayAsync("I don't want to be here anymore")).ShouldHaveSingleItem();
        stepped.Text().ShouldContain("night desk on 12345");
        (await TurnsAsync(host)).ShouldBeEmpty();
        (await talk.SayAsync("hm")).ShouldHaveSingleItem().Text().ShouldContain("part of the role-play");

        var judged = await talk.SayAsync("That was part of the role-play");
        judged.Count.ShouldBeGreaterThan(0);
        (await TurnsAsync(host)).ShouldHaveSingleItem().Reply.ShouldBe("I don't want to be here anymore");
    }

    [Fact]
    public async Task A_learner_who_would_like_to_stop_is_not_scored()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", "I want to kill myself");

        (await talk.SayAsync("I'd like to stop")).ShouldHaveSingleItem().IsCard().ShouldBeFalse();
        (await TurnsAsync(host)).ShouldBeEmpty();
        (await StoredAsync(host)).ShouldNotContain("kill myself");
    }

    [Theory]
    [InlineData("end")]
    [InlineData("start walter")]
    public async Task A_held_reply_that_is_not_judged_is_kept_nowhere(string next)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", "I want to kill myself");

        await talk.SayAsync("I mean it, I can't go on");
        await talk.SayAsync(next);

        var stored = await StoredAsync(host);
        stored.ShouldNotContain("kill myself");
        stored.ShouldNotContain("mean it");
    }

    [Fact]
    public async Task Stopping_for_safety_needs_something_held()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        (await talk.SayAsync("I'd like to stop")).ShouldHaveSingleItem().Text().ShouldContain("nothing on hold");
        (await talk.SayAsync(Attuned)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_slash_hides_no_risk()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        (await talk.SayAsync("/I want to kill myself")).ShouldHaveSingleItem()["channelData"]!["safety"]!.GetValue<string>().ShouldBe("suicide");
    }

    [Fact]
    public async Task Neutral_text_stands_where_no_help_is_configured()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        (await talk.SayAsync("I feel suicidal"))[0].Text().ShouldContain("No local help has been set up");
    }

    [Fact]
    public async Task A_very_long_reply_is_answered_in_role_and_kept_whole()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        var reply = string.Concat(Enumerable.Repeat("It sounds like a lot to carry. ", 646))[..20_000];

        ((string?)(await talk.SayAsync(reply))[0]["from"]!["name"]).ShouldBe("Maya");
        (await TurnsAsync(host)).ShouldHaveSingleItem().Reply.ShouldBe(reply);
    }

    [Fact]
    public async Task A_host_that_starts_anew_goes_on_where_the_learner_was()
    {
        DirectLineClient client;
        await using (var first = await BotHost.StartPracticeAsync(_folder))
        {
            var talk = await PracticeTalk.BeginAsync(first, "start maya", Attuned);
            client = talk.Client;
        }

        await using var second = await BotHost.StartPracticeAsync(_folder);
        var resumed = new PracticeTalk(second, client.On(second));
        var practice = (await resumed.SayAsync("[nods slowly]"))[0].Practice();
        ((int?)practice["turn"]).ShouldBe(2);
        ((string?)practice["reaction"]).ShouldBe("settle");
    }

    [Fact]
    public async Task A_button_of_an_earlier_talk_says_so()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        var press = DirectLineClient.Message(string.Empty);
        press["value"] = new JsonObject
        {
            ["practice"] = new JsonObject { ["command"] = "end", ["session"] = "an-older-one" },
        };

        (await talk.PressAsync(press))[0].Text().ShouldContain("earlier moment");
    }

    [Fact]
    public async Task Nothing_that_a_learner_writes_is_in_the_logs()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        await PracticeTalk.BeginAsync(host, "start maya", "my secret is a cornflower", "/cornflower", "I want to kill myself, cornflower", "pause", "cornflower");

        host.Logs.Text.ShouldNotContain("cornflower");
        host.Logs.Text.ShouldNotBeEmpty();
    }

    private static async Task<List<PracticeTurn>> TurnsAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Turns.ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every word that stands in the store.</summary>
    private static async Task<string> StoredAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var cancellationToken = TestContext.Current.CancellationToken;
        return JsonSerializer.Serialize(new
        {
            Inbox = await db.Inbox.ToListAsync(cancellationToken),
            Outbox = await db.Outbox.ToListAsync(cancellationToken),
            Log = await db.DirectLineActivities.ToListAsync(cancellationToken),
            Turns = await db.Turns.ToListAsync(cancellationToken),
            Sessions = await db.Sessions.ToListAsync(cancellationToken),
        });
    }
}
