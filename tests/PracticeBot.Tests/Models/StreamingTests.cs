using System.Text.Json.Nodes;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Practice;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Models;

/// <summary>A client's line grows before the learner, sentence by sentence, and can be stopped.</summary>
public sealed class StreamingTests
{
    private const string Reply =
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.";

    private const string Line = "Yes, that's how it is at night. I lie there and count who's next. Then it's four, and the alarm goes. And I get up.";

    [Fact]
    public async Task A_line_grows_in_one_bubble_and_only_the_whole_of_it_is_kept()
    {
        await using var model = await FakeModelServer.StartAsync(Speaking(tokensPerSecond: 60));
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, model.Settings);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        using var stream = await talk.Client.ListenAsync();

        await talk.SayAsync(Reply);

        var shown = await ShownAsync(stream, until: IsFinal);
        var chunks = shown.Where(IsChunk).ToList();
        chunks.Count.ShouldBeGreaterThan(1);
        var id = (string?)chunks[0]["id"];
        chunks.ShouldAllBe(chunk => (string?)chunk["channelData"]!["streamId"] == id);
        chunks.Select(chunk => (int)chunk["channelData"]!["streamSequence"]!).ShouldBe(Enumerable.Range(1, chunks.Count));
        chunks.Zip(chunks.Skip(1)).ShouldAllBe(pair => pair.Second.Text().StartsWith(pair.First.Text(), StringComparison.Ordinal));
        var final = shown.Single(IsFinal);
        ((string?)final["channelData"]!["streamId"]).ShouldBe(id);
        final.Text().ShouldBe(Line);
        final["entities"]!.AsArray().ShouldContain(entity => (string?)entity!["type"] == "streaminfo");
        (await talk.Client.PollAsync()).Activities.ShouldNotContain(activity => IsChunk(activity));
    }

    [Fact]
    public async Task A_learner_who_has_heard_enough_stops_the_line_where_it_is()
    {
        await using var model = await FakeModelServer.StartAsync(Speaking(tokensPerSecond: 8));
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, [.. model.Settings, "--Model:TimeBudget=00:01:00"]);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        using var stream = await talk.Client.ListenAsync();

        var said = await talk.Client.SayAsync(Reply);
        await ShownAsync(stream, until: IsChunk);
        var stop = await talk.Client.SayAsync("stop");
        await talk.SettledAsync();

        var line = (await talk.AnswersToAsync(said))[0].Text();
        line.ShouldStartWith("Yes, that's how it is at night.");
        line.ShouldNotContain("And I get up.");
        (await ModelTurnTests.WorkAsync(host)).Speaking!.Stopped.ShouldBeTrue();
        (await talk.AnswersToAsync(stop)).Single().Text().ShouldContain("Stopped there");
    }

    [Fact]
    public async Task Where_nothing_is_being_said_a_stop_says_so_and_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder);
        var talk = await PracticeTalk.BeginAsync(host, "start maya", Reply);

        (await talk.SayAsync("stop")).Single().Text().ShouldContain("Nothing is being said");

        ((int?)(await talk.SayAsync("Mm."))[0].Practice()["turn"]).ShouldBe(2);
    }

    [Fact]
    public async Task A_line_that_stalls_goes_on_in_the_same_bubble_in_the_authors_words()
    {
        await using var model = await FakeModelServer.StartAsync(request => request.IsForAssessor
            ? FakeAnswer.Says(ModelAnswers.Attuned())
            : FakeAnswer.Says(Line) with { StallsAfter = 14 });
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, [.. model.Settings, "--Model:TimeBudget=00:00:06"]);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");
        using var stream = await talk.Client.ListenAsync();

        var line = (await talk.SayAsync(Reply))[0].Text();

        line.ShouldStartWith("Yes, that's how it is at night. ");
        line.ShouldNotContain("alarm");
        line.Length.ShouldBeGreaterThan("Yes, that's how it is at night. I lie there".Length);
        var shown = await ShownAsync(stream, until: IsFinal);
        shown.Where(IsChunk).Select(chunk => (string?)chunk["channelData"]!["streamId"]).Distinct().ShouldBe([(string?)shown.Single(IsFinal)["channelData"]!["streamId"]]);
        (await ModelTurnTests.WorkAsync(host)).Speaking!.Fault.ShouldBe("Broken");
    }

    private static Func<ModelRequest, FakeAnswer> Speaking(double tokensPerSecond) => request => request.IsForAssessor
        ? FakeAnswer.Says(ModelAnswers.Attuned())
        : FakeAnswer.Says(Line) with { TokensPerSecond = tokensPerSecond };

    private static bool IsChunk(JsonObject activity) => (string?)activity["channelData"]?["streamType"] == "streaming";

    private static bool IsFinal(JsonObject activity) => (string?)activity["channelData"]?["streamType"] == "final";

    private static async Task<List<JsonObject>> ShownAsync(DirectLineStream stream, Predicate<JsonObject> until)
    {
        var shown = new List<JsonObject>();
        while (!shown.Exists(until))
        {
            shown.AddRange(await stream.ReadAsync(1));
        }

        return shown;
    }
}
