using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Coaching;

namespace PracticeBot.Practice;

/// <summary>What learners see of a judgement, as cards: accuracy and attunement apart, what landed, one nudge.</summary>
internal sealed class PracticeCards(IStringLocalizer<CardText> text)
{
    private const double Certain = 0.8;
    private const int LongestQuote = 160;
    private const int LongestLanded = 50;
    private const int LongestAttempt = 60;

    /// <summary>So many attempts stand side by side, the last ones.</summary>
    private const int MostAttempts = 4;

    public Activity Feedback(FeedbackView view)
    {
        var feedback = view.Feedback;
        var verdict = text[VerdictOf(feedback)];
        var nudge = text[$"Nudge{feedback.Nudge}"];
        List<JsonObject> body = [];
        if (view.Lead is { } lead)
        {
            body.Add(AdaptiveCard.Text(lead));
        }

        body.Add(AdaptiveCard.Text(verdict, IsHeld(feedback) ? "Default" : ColourOf(feedback.Verdict), "Bolder", "Medium"));
        if (IsHeld(feedback))
        {
            body.Add(AdaptiveCard.Text(text["NotSure"], subtle: true).Spaced("None"));
        }

        if (feedback is { Accuracy: { } band, Attunement: { } attunement })
        {
            body.Add(AdaptiveCard.Columns(
                Measure(text["Accuracy"], text[$"Band{band}"]),
                Measure(text["Attunement"], Strongest(attunement))).Spaced("Small"));
        }

        if (feedback.Landed is { } landed)
        {
            body.Add(AdaptiveCard.Text(text["LandedQuote", ClientText.Plain(Short(landed.Quote(view.Reply), LongestLanded))]).Spaced("Medium"));
        }

        if (feedback.Holding != Holding.Nothing)
        {
            body.Add(AdaptiveCard.Text(text["StillHolding", text[$"Holding{feedback.Holding}"].Value], subtle: true).Spaced("Medium"));
        }

        body.Add(AdaptiveCard.Text(nudge).Spaced(feedback.Holding == Holding.Nothing ? "Medium" : "Small"));
        if (view.Attempts.Count > 0)
        {
            body.Add(AdaptiveCard.Text(text["Attempts"], subtle: true, size: "Small").Spaced("Medium"));
            body.Add(AdaptiveCard.Facts([.. view.Attempts.TakeLast(MostAttempts).Select(Side)]));
        }

        if (view.Drill is { } drill)
        {
            body.Add(AdaptiveCard.Text(drill).Spaced("Medium"));
        }

        return PracticeMessages.Card(AdaptiveCard.Of($"{verdict}. {nudge}", body, [.. Actions(view)]), $"{verdict}. {nudge}");
    }

    /// <summary>How well did I meet them? Asked before anything is told.</summary>
    public Activity Rating(string client, string session, string turn)
    {
        var question = text["RateQuestion", ClientText.Plain(client)].Value;
        const int Steps = 5;
        return Question(question, Enumerable.Range(1, Steps).Select(step => AdaptiveCard.Submit(text[$"Rate{step}"], Press(CardPress.Rate, session, turn, step))));
    }

    /// <summary>Did I see that the client drew back? Asked before any verdict tells.</summary>
    public Activity Noticing(string client, string session, string turn) => Question(
        text["NoticeQuestion", ClientText.Plain(client)].Value,
        [
            AdaptiveCard.Submit(text["NoticeYes"], Press(CardPress.Noticed, session, turn, true)),
            AdaptiveCard.Submit(text["NoticeNo"], Press(CardPress.Noticed, session, turn, false)),
        ]);

    /// <param name="address">Of the whole look back; null where it is not known from here.</param>
    public Activity Debrief(LookBack look, string session, string? address)
    {
        var verdicts = look.Verdicts;
        List<JsonObject> body =
        [
            AdaptiveCard.Text(text["DebriefTitle", ClientText.Plain(look.Client)], weight: "Bolder", size: "Medium"),
            AdaptiveCard.Facts(
                (text["DebriefDepth"], text["DebriefDepthValue", look.LayersReached, look.Layers]),
                (text["DebriefTrust"], text["DebriefTrustValue", look.TrustAtStart, look.TrustAtEnd]),
                (text["DebriefRuptures"], Ruptures(look, text)),
                (text["DebriefReplies"], text["DebriefRepliesValue", Count(Verdict.Attuned), Count(Verdict.Partial), Count(Verdict.Missed), Count(Verdict.Harmful)])),
        ];
        if (look.BestReply is { } best)
        {
            body.Add(AdaptiveCard.Text(text["DebriefBest", ClientText.Plain(Short(best))]).Spaced("Medium"));
        }

        if (look.Worth is { } worth)
        {
            body.Add(AdaptiveCard.Text(text["DebriefAgain", ClientText.Plain(Short(worth.Reply))]).Spaced("Medium"));
        }

        if (look.Unseen is { } unseen)
        {
            body.Add(AdaptiveCard.Text(text["NoticedNo", ClientText.Plain(look.Client), ClientText.Plain(Short(unseen))]).Spaced("Medium"));
        }

        if (look.ClientLeft)
        {
            body.Add(AdaptiveCard.Text(text["DebriefLeft", ClientText.Plain(look.Client)]).Spaced("Medium"));
        }

        body.Add(AdaptiveCard.Text(text["DebriefFormative"], subtle: true, size: "Small").Spaced("Medium"));
        var title = text["DebriefTitle", look.Client].Value;
        List<JsonObject> actions = [];
        if (address is not null)
        {
            actions.Add(AdaptiveCard.OpenUrl(text["OpenDebrief"], address));
        }

        if (look.Worth is { } again)
        {
            actions.Add(AdaptiveCard.Submit(text["TakeAgain"], Press("again", session, again.Turn)));
        }

        return PracticeMessages.Card(AdaptiveCard.Of(title, body, actions), title);

        int Count(Verdict verdict) => verdicts.GetValueOrDefault(verdict);
    }

    internal static string Ruptures(LookBack look, IStringLocalizer<CardText> text) => look switch
    {
        { Ruptures: 0 } => text["DebriefNoRuptures"],
        { Eased: 0 } => text["DebriefRupturesValue", look.Ruptures, look.Repairs],
        _ => text["DebriefRupturesEased", look.Ruptures, look.Repairs, look.Eased],
    };

    public string DrillDone => text["DrillDone"];

    public string DrillAttempt(int attempt, int of, string line) => text["DrillAttempt", attempt, of, ClientText.ToMarkdown(line)];

    private static Activity Question(string question, IEnumerable<JsonObject> answers) =>
        PracticeMessages.Card(AdaptiveCard.Of(question, [AdaptiveCard.Text(question)], [.. answers]), question);

    private IEnumerable<JsonObject> Actions(FeedbackView view)
    {
        if (view.Feedback.Attunement is { } scores)
        {
            yield return Details(scores, view);
        }

        if (view.Earlier.Count > 0)
        {
            yield return AdaptiveCard.ShowCard(text["Earlier"], [.. view.Earlier.Select(one => AdaptiveCard.Text(
                text["EarlierReply", ClientText.Plain(Short(one.Reply)), text[VerdictOf(one.Feedback)].Value, text[$"Nudge{one.Feedback.Nudge}"].Value]))]);
        }

        if (view.HasActions)
        {
            yield return AdaptiveCard.Submit(text["Again"], Press("again", view.Session, view.Turn));
            yield return AdaptiveCard.Submit(text["Example"], Press("example", view.Session, view.Turn));
        }
    }

    private static JsonObject Press(string command, string session, string turn, JsonNode? value = null)
    {
        var practice = new JsonObject { ["command"] = command, ["session"] = session, ["id"] = turn };
        if (value is not null)
        {
            practice["value"] = value;
        }

        return new JsonObject { ["practice"] = practice };
    }

    private JsonObject Details(Attunement attunement, FeedbackView view) => AdaptiveCard.ShowCard(
        text["Details"],
        AdaptiveCard.Text(Anchor("Tone", attunement.Tone)),
        AdaptiveCard.Text(Anchor("Pace", attunement.Pace)).Spaced("Small"),
        AdaptiveCard.Text(Anchor("Words", attunement.Words)).Spaced("Small"),
        AdaptiveCard.Text(Anchor("Presence", attunement.Presence)).Spaced("Small"),
        AdaptiveCard.Text(
            string.Join(' ', new[] { view.Work?.Why is { } why ? ClientText.Plain(why) : null, Sureness(view.Feedback), WhoJudged(view), view.SelfRating is { } own ? text["YourRating", own].Value : null }.OfType<string>()),
            subtle: true,
            size: "Small").Spaced("Small"));

    private string WhoJudged(FeedbackView view) => text[(view.Feedback.Assessor, view.Work) switch
    {
        (AssessorKind.Model, { IsDisputed: true }) => "JudgedByModelDisputed",
        (AssessorKind.Model, _) => "JudgedByModel",
        (_, { Fault: not null }) => "JudgedByRulesInstead",
        _ => "JudgedByRules",
    }].Value;

    private string Sureness(Feedback feedback) =>
        text[IsHeld(feedback) ? "NotSureWhy" : feedback.Confidence < Certain ? "FairlySure" : "Sure"].Value;

    private static JsonObject Measure(string title, string value) => new()
    {
        ["type"] = "Container",
        ["items"] = new JsonArray(AdaptiveCard.Text(title, subtle: true, size: "Small"), AdaptiveCard.Text(value).Spaced("None")),
    };

    /// <summary>A dot for each step reached, and the step in words: the picture says nothing that the words do not.</summary>
    private string Anchor(string dimension, int score) =>
        $"**{text[dimension].Value}** {new string('●', score)}{new string('○', Attunement.Most - score)} {text[$"{dimension}{score}"].Value} ({text["Of", score].Value})";

    /// <summary>The dimension that says most: the weakest where one is weak, else the strongest.</summary>
    private string Strongest(Attunement attunement)
    {
        (string Name, int Score)[] scores =
        [
            ("Presence", attunement.Presence), ("Tone", attunement.Tone), ("Pace", attunement.Pace), ("Words", attunement.Words),
        ];
        const int Weak = 2;
        var weakest = scores.MinBy(score => score.Score);
        var (name, value) = weakest.Score <= Weak ? weakest : scores.MaxBy(score => score.Score);
        return $"{text[name].Value}: {text[$"{name}{value}"].Value}";
    }

    /// <summary>What was said, how it landed, and what it did to the client.</summary>
    private (string Name, string Value) Side(Attempt attempt) => (
        text["Attempt", attempt.Number],
        text["AttemptValue", attempt.Reply.Trim().Length == 0 ? text["AttemptSilence"].Value : ClientText.Plain(Short(attempt.Reply, LongestAttempt)), text[$"Verdict{attempt.Verdict}"].Value, attempt.Trust]);

    /// <summary>The name of the headline: gentler where the assessor is not sure.</summary>
    public static string VerdictOf(Feedback feedback) => $"{(IsHeld(feedback) ? "Unsure" : "Verdict")}{feedback.Verdict}";

    /// <summary>The verdict is a guess, and told as one.</summary>
    public static bool IsHeld(Feedback feedback) => feedback is { IsSure: false, Verdict: not (Verdict.Neutral or Verdict.Unavailable) };

    private static string ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Attuned => "Good",
        Verdict.Partial => "Warning",
        Verdict.Missed or Verdict.Harmful => "Attention",
        _ => "Default",
    };

    public static string Short(string quote, int longest = LongestQuote)
    {
        var line = string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest)
        {
            return line;
        }

        // At a word's end, unless the words are longer than the room.
        var end = line.LastIndexOf(' ', longest);
        return $"{line[..(end > longest / 2 ? end : longest)].TrimEnd(' ', ',', ';')}…";
    }
}
