using System.Globalization;
using Microsoft.Extensions.Localization;
using PracticeBot.Core.Skills;

namespace PracticeBot.Practice;

/// <summary>Says what progress shows in plain sentences, the same on the page and on the card.</summary>
internal sealed class ProgressWords(IStringLocalizer<ProgressText> text)
{
    /// <summary>Why this is worth practising next.</summary>
    public string Reason(Suggestion suggestion)
    {
        var (client, moment) = suggestion.Option;
        var skill = suggestion.Skill is { } weakest ? InSentence(weakest) : string.Empty;
        return text[$"{(moment is null ? "Talk" : "Drill")}{suggestion.Reason}", client.Name, skill, (moment ?? 0) + 1, client.Layers.Count];
    }

    /// <summary>What a button to it says.</summary>
    public string Action(Suggestion suggestion) => text[suggestion.Option.Moment is null ? "NextStart" : "NextDrill", suggestion.Option.Client.Name];

    /// <summary>Where the practice page begins with it.</summary>
    public static string Address(Suggestion suggestion)
    {
        var (client, moment) = suggestion.Option;
        return moment is { } layer
            ? $"/?drill={client.Id}&moment={Uri.EscapeDataString(client.Layers[layer].Id)}"
            : $"/?start={client.Id}";
    }

    public string Name(Skill skill) => text[$"Skill{skill}"];

    public string InSentence(Skill skill) => text[$"SkillIn{skill}"];

    public string What(Skill skill) => text[$"SkillWhat{skill}"];

    public string Days(int days) => text[days switch { 0 => "DaysNone", 1 => "DaysOne", _ => "Days" }, days];

    public string Ratings(RatingGap? gap) => gap switch
    {
        null => text["RatingNone"],
        { Ratings: < RatingGap.EnoughToSay } => Of("RatingEarly", gap),
        { Mean: <= -SelfRating.About } => Of("RatingLower", gap),
        { Mean: >= SelfRating.About } => Of("RatingHigher", gap),
        _ => Of("RatingSame", gap),
    };

    public string Counted(string name, int count) => text[count == 1 ? $"{name}One" : name, count, SkillProfile.EnoughToSay];

    /// <summary>0 to 1 as 0 to 100.</summary>
    public static int Hundred(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    private string Of(string name, RatingGap gap) => text[name, Math.Abs(gap.Mean).ToString("0.0", CultureInfo.CurrentCulture), gap.Ratings];
}
