using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;

namespace PracticeBot.Practice;

/// <summary>What the <c>progress</c> command answers: a few skills in words, what to practise next, the way to the page.</summary>
internal sealed class ProgressCard(IStringLocalizer<ProgressText> text, ProgressWords words)
{
    private const int Few = 2;

    /// <param name="page">Address of the progress page, whole: a chat may be anywhere. Null where it is not known.</param>
    public Activity Of(ProgressView view, string? page)
    {
        var title = text["CardTitle"].Value;
        List<JsonObject> body = [AdaptiveCard.Text(title, weight: "Bolder", size: "Medium")];
        if (view.IsEmpty)
        {
            body.Add(AdaptiveCard.Text(text["CardEmpty"]));
            return PracticeMessages.Card(AdaptiveCard.Of(text["CardEmpty"], body, [.. OpenPage(page)]), text["CardEmpty"]);
        }

        var known = view.Skills.Where(skill => skill.IsEnough).OrderBy(skill => skill.Estimate.Mean).ToList();
        if (known.Count == 0)
        {
            body.Add(AdaptiveCard.Text(text["CardEarly"]));
        }
        else
        {
            // With few skills known each stands on one side only.
            var weakest = known.Take(Math.Min(Few, (known.Count + 1) / 2)).ToList();
            var strongest = known.Skip(weakest.Count).Reverse().Take(Few).ToList();
            (string, string)[] facts = [(text["CardWeak"], Names(weakest))];
            body.Add(AdaptiveCard.Facts(strongest.Count > 0 ? [(text["CardStrong"], Names(strongest)), .. facts] : facts));
        }

        var next = view.Next is { } suggestion ? words.Reason(suggestion) : text["NextNothing"].Value;
        body.Add(AdaptiveCard.Text($"**{text["CardNext"].Value}** {ClientText.Plain(next)}").Spaced("Medium"));
        body.Add(AdaptiveCard.Text(words.Days(view.DaysOfLastFourWeeks), subtle: true, size: "Small").Spaced("Medium"));
        return PracticeMessages.Card(AdaptiveCard.Of($"{title}. {next}", body, [.. OpenPage(page)]), $"{title}. {next}");
    }

    private string Names(IEnumerable<SkillProgress> skills) => string.Join(", ", skills.Select(skill => words.InSentence(skill.Skill)));

    private IEnumerable<JsonObject> OpenPage(string? page) => page is null ? [] : [AdaptiveCard.OpenUrl(text["CardPage"], page)];
}
