using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Practice;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Practice;
using PracticeBot.Tests.Storage;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Models;

/// <summary>A learner's turn where a model judges and speaks: a real host, and a real server that speaks the provider's protocol.</summary>
public sealed class ModelTurnTests
{
    private const string Reply =
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.";

    private const string Line = "*looks at her hands* Yes. That's the sound of it, at night. I lie there and count who's next.";

    [Fact]
    public async Task A_model_judges_by_what_it_sees_and_the_client_speaks_its_words()
    {
        await using var model = await FakeModelServer.StartAsync(Good);
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, model.Settings);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        var answers = await talk.SayAsync(Reply);

        answers.Count.ShouldBe(2);
        answers[0].Text().ShouldContain("I lie there and count who's next.");
        var practice = answers[0].Practice();
        ((string?)practice["assessor"]).ShouldBe("model");
        ((string?)practice["verdict"]).ShouldBe("attuned");
        ((int?)practice["level"]).ShouldBe(4);
        practice["evidence"]!.AsArray().Select(one => (string)one!["quote"]!).ShouldContain("letting people down");
        var (judging, speaking) = await WorkAsync(host);
        judging.ShouldNotBeNull().Fault.ShouldBeNull();
        judging.Why.ShouldBe("You gave back the weight of it in her own words.");
        speaking.ShouldNotBeNull().Fault.ShouldBeNull();
        judging.Input.ShouldBeGreaterThan(0);
    }

    /// <summary>What the model does wrong, who judges then and why, and whose words the client says.</summary>
    public static TheoryData<string, string, string?, string?> Faults => new()
    {
        { "slow first token", "embedded", "TimedOut", "TimedOut" },
        { "slow stream", "embedded", "TimedOut or Broken", "TimedOut or Broken" },
        { "stall in mid-stream", "embedded", "Broken", "Broken" },
        { "429 once", "model", null, null },
        { "429 and a minute's wait", "embedded", "RateLimited", "RateLimited" },
        { "500 once", "model", null, null },
        { "500 always", "embedded", "ServerError", "ServerError" },
        { "401", "embedded", "Unauthorised", "Unauthorised" },
        { "404", "embedded", "NotFound", "NotFound" },
        { "400", "embedded", "Refused", "Refused" },
        { "content filter", "embedded", "ContentFiltered", "ContentFiltered" },
        { "malformed wire", "embedded", "Broken", "Broken" },
        { "malformed JSON", "embedded", "NotJson", null },
        { "malformed JSON once", "model", null, null },
        { "JSON in prose", "model", null, null },
        { "no JSON", "embedded", "Incomplete", null },
        { "truncated before it decides", "embedded", "Incomplete", null },
        { "truncated after it decides", "model", null, null },
        { "wrong enum", "embedded", "UnknownWord", null },
        { "wrong type", "embedded", "WrongShape", null },
        { "empty answer", "embedded", "Broken", "Broken" },
        { "10,000 tokens", "embedded", "Incomplete", "Repeats" },
        { "dropped connection", "embedded", "Broken or Unreachable", "Broken or Unreachable" },
        { "closed in mid-answer", "embedded", "Broken", "Broken" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_the_model_does_the_learner_gets_the_clients_next_line(string what, string assessor, string? judgingFault, string? speakingFault)
    {
        await using var model = await FakeModelServer.StartAsync(request => Faulty(what, request));
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, [.. model.Settings, $"--Model:TimeBudget={(what.StartsWith("slow", StringComparison.Ordinal) ? "00:00:02" : "00:00:08")}"]);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        var answers = await talk.SayAsync(Reply);

        answers.Count.ShouldBe(2);
        answers[0].Text().ShouldNotBeNullOrWhiteSpace();
        answers[1].IsCard().ShouldBeTrue();
        ((string?)answers[0].Practice()["assessor"]).ShouldBe(assessor);
        ((string?)answers[0].Practice()["verdict"]).ShouldBe("attuned");
        var (judging, speaking) = await WorkAsync(host);
        (judgingFault ?? "none").Split(" or ").ShouldContain(judging.ShouldNotBeNull().Fault ?? "none");
        (speakingFault ?? "none").Split(" or ").ShouldContain(speaking.ShouldNotBeNull().Fault ?? "none");
        host.Logs.Text.ShouldNotContain("letting people down");
    }

    [Theory]
    [InlineData("wrong enum")]
    [InlineData("wrong type")]
    [InlineData("malformed JSON")]
    public async Task A_judgement_that_can_not_be_used_holds_up_nobody(string what)
    {
        await using var model = await FakeModelServer.StartAsync(request => Faulty(what, request));
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, [.. model.Settings, "--Model:MaxConcurrent=1"]);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        await talk.SayAsync(Reply);

        (await WorkAsync(host)).Speaking!.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Without_anything_that_answers_the_embedded_parts_go_on()
    {
        var model = await FakeModelServer.StartAsync(Good);
        var settings = model.Settings;
        await model.DisposeAsync();
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, settings);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        var answers = await talk.SayAsync(Reply);

        ((string?)answers[0].Practice()["assessor"]).ShouldBe("embedded");
        (await WorkAsync(host)).Judging!.Fault.ShouldBe("Unreachable");
    }

    [Fact]
    public async Task What_a_model_quotes_and_nobody_said_counts_for_nothing()
    {
        await using var model = await FakeModelServer.StartAsync(request => request.IsForAssessor
            ? FakeAnswer.Says(ModelAnswers.Judgement(judgement =>
            {
                judgement["feelings"] = new JsonArray(ModelAnswers.Feeling("shame", "strong", "so deeply ashamed"));
                judgement["meaning"] = "core";
                judgement["meaningWords"] = "you let everyone down";
                judgement["adds"] = "full";
                judgement["breaches"] = new JsonArray(ModelAnswers.Breach("dismissal", "at least you have friends"));
            }))
            : FakeAnswer.Says(Line));
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, model.Settings);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        var practice = (await talk.SayAsync("That sounds like a lot."))[0].Practice();

        ((string?)practice["assessor"]).ShouldBe("model");
        ((string?)practice["verdict"]).ShouldNotBe("attuned");
        practice["breaches"]!.AsArray().ShouldBeEmpty();
        practice["evidence"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("You stayed with her and gave it back in plain words.", true)]
    [InlineData("You met her guilt and her loneliness well.", false)]
    [InlineData("She is afraid that she harmed a patient, and you came near it.", false)]
    public async Task The_models_reason_is_told_unless_it_tells_what_is_still_hidden(string why, bool isTold)
    {
        await using var model = await FakeModelServer.StartAsync(request => request.IsForAssessor
            ? FakeAnswer.Says(WithReason(why))
            : FakeAnswer.Says(Line));
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, model.Settings);
        var talk = await PracticeTalk.BeginAsync(host, "start maya");

        var card = (await talk.SayAsync(Reply))[1];

        card.ToJsonString().Contains(why, StringComparison.Ordinal).ShouldBe(isTold);
    }

    private static JsonObject WithReason(string why)
    {
        var answer = ModelAnswers.Attuned();
        answer["why"] = why;
        return answer;
    }

    private static FakeAnswer Faulty(string what, ModelRequest request)
    {
        var good = Good(request);
        var judgement = ModelAnswers.Attuned().ToJsonString();
        var decided = judgement.IndexOf("\"evidence\"", StringComparison.Ordinal);
        return what switch
        {
            "slow first token" => good with { FirstToken = TimeSpan.FromMinutes(1) },
            "slow stream" => good with { TokensPerSecond = 4 },
            "stall in mid-stream" => good with { StallsAfter = 2 },
            "429 once" => request.Attempt == 1 ? FakeAnswer.Fails(429, retryAfter: 0) : good,
            "429 and a minute's wait" => FakeAnswer.Fails(429, retryAfter: 60),
            "500 once" => request.Attempt == 1 ? FakeAnswer.Fails(500) : good,
            "500 always" => FakeAnswer.Fails(500),
            "401" => FakeAnswer.Fails(401),
            "404" => FakeAnswer.Fails(404),
            "400" => FakeAnswer.Fails(400),
            "content filter" => good with { Text = good.Text[..8], Finish = "content_filter" },
            "malformed wire" => good with { IsMalformed = true },
            "empty answer" => good with { Text = string.Empty },
            "dropped connection" => good with { DropsAfter = 2 },
            "closed in mid-answer" => good with { Text = good.Text[..8], EndsWithoutFinish = true },
            "10,000 tokens" when request.IsForAssessor => FakeAnswer.Says($"{{\"holds\":\"{new string('a', 40_000)}"),
            "10,000 tokens" => FakeAnswer.Says(string.Concat(Enumerable.Range(0, 4000).Select(number => $"It goes on, number {number}. "))),
            _ when !request.IsForAssessor => good,
            "malformed JSON" => FakeAnswer.Says("{\"holds\": she holds, \"judgement\": }"),
            "malformed JSON once" => request.Attempt == 1 ? FakeAnswer.Says("{oops}") : good,
            "JSON in prose" => FakeAnswer.Says($"Sure, here is my judgement:\n```json\n{judgement}\n```\nI hope that helps."),
            "no JSON" => FakeAnswer.Says("It is a good reply."),
            "truncated before it decides" => FakeAnswer.Says(judgement[..(decided / 2)]),
            "truncated after it decides" => FakeAnswer.Says(judgement[..(decided + 20)]),
            "wrong enum" => FakeAnswer.Says(judgement.Replace("\"steady\"", "\"brisk\"", StringComparison.Ordinal)),
            "wrong type" => FakeAnswer.Says(judgement.Replace("\"tentative\":false", "\"tentative\":\"no\"", StringComparison.Ordinal)),
            _ => throw new ArgumentException("No such fault.", nameof(what)),
        };
    }

    internal static FakeAnswer Good(ModelRequest request) =>
        request.IsForAssessor ? FakeAnswer.Says(ModelAnswers.Attuned()) : FakeAnswer.Says(Line);

    /// <summary>What models did for the last turn.</summary>
    internal static async Task<(ModelWork? Judging, ModelWork? Speaking)> WorkAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var turn = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Turns.OrderByDescending(one => one.At).FirstAsync();
        return (Read(turn.AssessorWork), Read(turn.VoiceWork));

        static ModelWork? Read(string? json) => json is null ? null : PracticeJson.Read<ModelWork>(json);
    }
}
