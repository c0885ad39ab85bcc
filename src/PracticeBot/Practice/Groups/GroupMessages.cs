using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Channels.Teams;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.Storage;
using Microsoft.Extensions.Localization;

namespace PracticeBot.Practice.Groups;

/// <summary>What is said where several read along.</summary>
internal sealed class GroupMessages(PracticeMessages messages, IStringLocalizer<ChatText> text)
{
    /// <summary>Nothing runs: together here, or each alone with the bot.</summary>
    public Activity Offer(Activity activity, bool hasEnded)
    {
        var words = text[hasEnded ? "GroupEndedOffer" : "GroupOffer"].Value;
        var together = AdaptiveCard.Submit(text["GroupTogether"], new() { ["practice"] = new System.Text.Json.Nodes.JsonObject { ["command"] = "start" } });
        var card = AdaptiveCard.Of(words, [AdaptiveCard.Text(words)], Alone(activity) is { } address ? [together, AdaptiveCard.OpenUrl(text["GroupAlone"], address)] : [together]);
        return PracticeMessages.Card(card, words);
    }

    /// <summary>How a shared talk goes, before the client speaks.</summary>
    public Activity Introduction(Persona persona) => messages.Introduction(persona, PracticeKind.Talk, text["GroupRules"]);

    /// <summary>The client's line, and whose turn it is.</summary>
    /// <param name="before">The name of a text that stands before the call, if any.</param>
    public Activity Line(Activity line, Persona persona, Participant? next, Activity activity, string? before = null)
    {
        var call = Call(next, persona, activity, before);
        return line with { Text = $"{line.Text}\n\n{call.Text}", Entities = call.Entities };
    }

    /// <summary>Whose turn it is, and nothing else.</summary>
    public Activity Call(Participant? next, Persona persona, Activity activity, string? before = null, params object[] arguments)
    {
        var words = next is null
            ? text["FloorOpen", ClientText.Plain(persona.Name)].Value
            : text["YourTurn", NameIn(activity, next), ClientText.Plain(persona.Name)].Value;
        var said = PracticeMessages.Coach(before is null ? words : $"{text[before, arguments].Value} {words}");
        return next is not null && TeamsChannel.Is(activity) ? said with { Entities = [Mention.Of(AccountOf(next))] } : said;
    }

    /// <summary>Somebody else is to speak now.</summary>
    public Activity NotYourTurn(Participant holder, Participant? speaker, bool isNew) =>
        messages.Say(isNew ? "GroupJoined" : "GroupNotYourTurn", ClientText.Plain(holder.Name), ClientText.Plain(speaker?.Name ?? string.Empty));

    public Activity SentPrivately() => messages.Say("SentPrivately");

    /// <summary>How to make that the bot can write to somebody alone.</summary>
    public Activity HowToInstall(Activity activity, string who) => Alone(activity) is { } address
        ? messages.Say("HowToInstall", ClientText.Plain(who), address)
        : messages.Say("HowToWriteAlone", ClientText.Plain(who));

    public Activity NotHere(Activity activity) =>
        Alone(activity) is { } address ? messages.Say("ForPersonalChat", address) : messages.Say("ForPersonalChatPlain");

    /// <summary>The help that is configured, to somebody alone or, where that can't be, to all without naming anybody.</summary>
    public Activity Support(RiskKind risk, string? locale, bool isAlone) => messages.Support(risk, locale, isAlone ? "SafetyInGroup" : "SafetyToAll");

    public static ChannelAccount AccountOf(Participant seat) => new() { Id = seat.AccountId, Name = seat.Name };

    private static string NameIn(Activity activity, Participant seat) =>
        TeamsChannel.Is(activity) ? Mention.TextOf(AccountOf(seat)) : $"**{ClientText.Plain(seat.Name)}**";

    private static string? Alone(Activity activity) =>
        TeamsChannel.Is(activity) && activity.Recipient?.Id is { Length: > 0 } bot ? TeamsChannel.ChatWith(bot) : null;
}
