using System.Globalization;
using Microsoft.Extensions.Localization;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Coaching;
using PracticeBot.Practice;

namespace PracticeBot.Commands;

/// <summary>Feedback and the look back, as lines of text: the same words as on the cards.</summary>
internal sealed class TerminalWords(IStringLocalizer<CardText> text)
{
    public IEnumerable<string> Feedback(Feedback feedback, string reply)
    {
        var head = text[PracticeCards.VerdictOf(feedback)].Value;
        yield return feedback.Accuracy is { } band ? $"{head}. {text[$"Band{band}"].Value}." : $"{head}.";
        if (PracticeCards.IsHeld(feedback))
        {
            yield return text["NotSure"];
        }

        if (feedback.Attunement is { } scores)
        {
            yield return string.Join(" · ", Anchor("Tone", scores.Tone), Anchor("Pace", scores.Pace), Anchor("Words", scores.Words), Anchor("Presence", scores.Presence));
        }

        if (feedback.Landed is { } landed)
        {
            yield return text["LandedQuote", landed.Quote(reply)];
        }

        yield return text[$"Nudge{feedback.Nudge}"];
    }

    public IEnumerable<string> Debrief(LookBack look)
    {
        yield return text["DebriefTitle", look.Client];
        yield return Fact("DebriefDepth", text["DebriefDepthValue", look.LayersReached, look.Layers]);
        yield return Fact("DebriefTrust", text["DebriefTrustValue", look.TrustAtStart, look.TrustAtEnd]);
        yield return Fact("DebriefRuptures", PracticeCards.Ruptures(look, text));
        yield return Fact("DebriefReplies", text["DebriefRepliesValue", Count(Verdict.Attuned), Count(Verdict.Partial), Count(Verdict.Missed), Count(Verdict.Harmful)]);
        if (look.BestReply is { } best)
        {
            yield return text["DebriefBest", best];
        }

        if (look.ClientLeft)
        {
            yield return text["DebriefLeft", look.Client];
        }

        yield return text["DebriefFormative"];

        int Count(Verdict verdict) => look.Verdicts.GetValueOrDefault(verdict);
    }

    private string Anchor(string dimension, int score) =>
        string.Create(CultureInfo.CurrentCulture, $"{text[dimension].Value} {score}: {text[$"{dimension}{score}"].Value}");

    private string Fact(string name, string value) => $"{text[name].Value}: {value}";
}
