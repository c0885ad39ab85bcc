using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Coaching;
using PracticeBot.Practice;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

public sealed class FeedbackCardTests
{
    private const int Fold = 60;

    private static readonly string LongReply = string.Join(' ', Enumerable.Repeat("it is so very hard to be so far off", 8));

    private static readonly PracticeCards Cards = new(new ServiceCollection()
        .AddLogging(logging => logging.ClearProviders()).AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<CardText>>());

    public static TheoryData<Nudge> Nudges => [.. Enum.GetValues<Nudge>()];

    /// <summary>Whatever is found: a learner reads it before they have forgotten what they wrote.</summary>
    [Theory]
    [MemberData(nameof(Nudges))]
    public void Before_the_fold_stand_fewer_than_sixty_words(Nudge nudge)
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            foreach (var holding in Enum.GetValues<Holding>())
            {
                foreach (var score in Enumerable.Range(1, 4))
                {
                    Words(Card(verdict, nudge, holding, score)).ShouldBeLessThan(Fold, $"{verdict}, {nudge}, {holding}, {score}");
                }
            }
        }
    }

    [Fact]
    public void It_holds_no_jargon_and_no_number()
    {
        var said = Text(Card(Verdict.Partial, Nudge.GoBeneath, Holding.WhatItMeans, score: 3));
        foreach (var word in new[] { "MITI", "EPITOME", "level", "reflection", "Carkhuff", "%" })
        {
            said.ShouldNotContain(word, Case.Insensitive);
        }
    }

    private static JsonObject Card(Verdict verdict, Nudge nudge, Holding holding, int score)
    {
        var landed = verdict is Verdict.Attuned or Verdict.Partial ? new Evidence(0, LongReply.Length, "accuracy.meaning") : (Evidence?)null;
        var attunement = new Attunement(score, score, score, score);
        var feedback = new Feedback(verdict, AccuracyBand.Away, attunement, landed, holding, nudge, Confidence: 0.5, IsSure: false, AssessorKind.Embedded);
        var activity = Cards.Feedback(new FeedbackView("s", "t", LongReply, feedback, []));
        return (JsonObject)activity.Attachments![0].Content!;
    }

    private static int Words(JsonObject card) => Text(card).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>What is seen without pressing anything.</summary>
    private static string Text(JsonObject card) => string.Join(' ', Blocks(card["body"]!).Select(block => (string?)block["text"]));

    private static IEnumerable<JsonObject> Blocks(JsonNode node) => node switch
    {
        JsonArray list => list.SelectMany(item => Blocks(item!)),
        JsonObject block when (string?)block["type"] == "TextBlock" => [block],
        JsonObject container => Blocks(container["items"] ?? container["columns"] ?? new JsonArray()),
        _ => [],
    };
}
