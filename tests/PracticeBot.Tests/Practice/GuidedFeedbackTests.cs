using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

/// <summary>What a learner is asked before feedback, and when feedback waits.</summary>
public sealed class GuidedFeedbackTests : IDisposable
{
    private const string Attuned = "It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.";
    private const string Advice = "Have you tried joining a club?";
    private const string MoreAdvice = "You should get out more.";
    private const string Naming = "You've gone quiet. I think I missed you just now.";

    private static readonly string[] WhereItStands = ["session", "id", "turn", "attempt"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_rates_first_sees_no_verdict_before_and_the_feedback_in_the_questions_place()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "rating on", "start maya");

        var answers = await talk.SayAsync(Attuned);
        var practice = answers[0].Practice();
        Told(practice).ShouldBe(WhereItStands, ignoreOrder: true);
        answers.Count.ShouldBe(2);
        var question = answers[1];
        question.ToJsonString().ShouldContain("how well did you meet Maya");
        question.ToJsonString().ShouldNotContain("Landed");

        var feedback = (await talk.PressAsync(practice, "rate", 4)).ShouldHaveSingleItem();
        ((string?)feedback["id"]).ShouldBe((string?)question["id"]);
        feedback.ToJsonString().ShouldContain("Landed");
        feedback.ToJsonString().ShouldContain("rated yourself 4 of 5");
        (await TurnsAsync(host)).ShouldHaveSingleItem().SelfRating.ShouldBe(4);

        (await talk.PressAsync(practice, "rate", 1)).ShouldHaveSingleItem().Text().ShouldContain("earlier moment");
        (await TurnsAsync(host)).ShouldHaveSingleItem().SelfRating.ShouldBe(4);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("\"very\"")]
    public async Task A_rating_is_one_to_five(string value)
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "rating on", "start maya");
        var practice = (await talk.SayAsync(Attuned))[0].Practice();

        (await talk.PressAsync(practice, "rate", JsonNode.Parse(value))).ShouldHaveSingleItem().IsCard().ShouldBeFalse();
        (await TurnsAsync(host)).ShouldHaveSingleItem().SelfRating.ShouldBeNull();
    }

    [Fact]
    public async Task Who_goes_on_without_an_answer_gets_the_feedback_all_the_same()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "rating on", "start maya");
        var question = (await talk.SayAsync(Attuned))[1];

        var answers = await talk.SayAsync("[nods slowly]");
        ((string?)answers[0]["id"]).ShouldBe((string?)question["id"]);
        answers[0].ToJsonString().ShouldContain("Landed");
        answers.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_quiet_withdrawal_is_told_by_nothing_until_two_replies_have_passed_and_the_learner_was_asked()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start rosa", Advice);

        var opened = await talk.SayAsync(MoreAdvice);
        opened.ShouldHaveSingleItem();
        Told(opened[0].Practice()).ShouldBe(WhereItStands, ignoreOrder: true);

        (await talk.SayAsync("silence")).ShouldHaveSingleItem();
        var asked = await talk.SayAsync("How long have you been waiting?");
        asked.Count.ShouldBe(2);
        Told(asked[0].Practice()).ShouldBe(WhereItStands, ignoreOrder: true);
        asked[1].ToJsonString().ShouldContain("did you see a change in how Rosa is with you?");
        asked[1].ToJsonString().ShouldNotContain("Missed");

        var feedback = (await talk.PressAsync(asked[0].Practice(), "noticed", false)).ShouldHaveSingleItem();
        ((string?)feedback["id"]).ShouldBe((string?)asked[1]["id"]);
        feedback.ToJsonString().ShouldContain("Rosa drew back after");
        feedback.ToJsonString().ShouldContain(MoreAdvice);
        feedback.ToJsonString().ShouldContain("The replies before");
        (await TurnsAsync(host)).Where(turn => turn.SaysNoticed is not null).ShouldHaveSingleItem().Reply.ShouldBe(MoreAdvice);
    }

    [Fact]
    public async Task Naming_the_shift_brings_the_feedback_back_with_what_was_withheld()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start rosa", Advice, MoreAdvice);

        var answers = await talk.SayAsync(Naming);
        answers.Count.ShouldBe(2);
        answers[0].Practice().ContainsKey("verdict").ShouldBeTrue();
        var card = answers[1].ToJsonString();
        card.ShouldContain("You named the shift");
        card.ShouldContain(MoreAdvice);
    }

    [Fact]
    public async Task An_open_confrontation_is_no_secret()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var talk = await PracticeTalk.BeginAsync(host, "start grace", Advice);

        var answers = await talk.SayAsync(MoreAdvice);
        answers.Count.ShouldBe(2);
        ((string?)answers[0].Practice()["rupture"]!["kind"]).ShouldBe("confrontation");
    }

    private static IEnumerable<string> Told(JsonObject practice) => practice.Where(field => field.Value is not null).Select(field => field.Key);

    private static async Task<List<PracticeTurn>> TurnsAsync(BotHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Turns.ToListAsync(TestContext.Current.CancellationToken);
    }
}
