using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.Models;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>Everything that the bot sends, as activities: the client's lines, and what it says in its own voice.</summary>
internal sealed class PracticeMessages(IStringLocalizer<ChatText> text, IOptions<SafetyOptions> safety, IOptions<ModelOptions> model)
{
    /// <summary>Who this is, what may come up, where the words go.</summary>
    /// <param name="rules">How this talk goes, where that is not as usual.</param>
    public Activity Introduction(Persona persona, PracticeKind kind, string? rules = null)
    {
        List<string> parts = [text["Simulated", ClientText.Plain(persona.Name)]];
        if (kind != PracticeKind.Talk)
        {
            parts.Add(text[kind.ToString(), ClientText.Plain(persona.Name)]);
        }

        if (persona.ContentNotes.Count > 0)
        {
            parts.Add(text["ContentNotes", ClientText.Plain(string.Join("; ", persona.ContentNotes))]);
        }

        parts.Add(WhereItGoes(text, model.Value));
        parts.Add(rules ?? text["HowToStep"]);
        return Coach(string.Join("\n\n", parts));
    }

    /// <summary>Whether anybody else gets to read the talk.</summary>
    public static string WhereItGoes(IStringLocalizer<ChatText> text, ModelOptions model) => model switch
    {
        { IsConfigured: false } => text["StaysHere"],
        { IsLocal: true } => text["GoesToModelHere", ClientText.Plain(model.Name!)],
        _ => text["GoesToModel", ClientText.Plain(model.Name!), model.Host],
    };

    /// <summary>A line of the client.</summary>
    public static Activity Line(Persona persona, string line, PracticeObject practice) => Said(persona, line) with
    {
        ChannelData = new JsonObject { ["practice"] = JsonSerializer.SerializeToNode(practice, PracticeJson.Options) },
    };

    /// <summary>What the client says, whole or as far as it has come.</summary>
    public static Activity Said(Persona persona, string words) => new()
    {
        Type = ActivityTypes.Message,
        From = new ChannelAccount { Name = persona.Name },
        Text = ClientText.ToMarkdown(words),
        TextFormat = TextFormatTypes.Markdown,
    };

    public static Activity Typing(Persona persona) => new()
    {
        Type = ActivityTypes.Typing,
        From = new ChannelAccount { Name = persona.Name },
    };

    /// <summary>In the bot's own voice, set in as a quotation is, so that nobody takes it for the client's.</summary>
    public static Activity Coach(string words, params ReadOnlySpan<CardAction> actions) => new()
    {
        Type = ActivityTypes.Message,
        Text = string.Join('\n', words.Split('\n').Select(line => $"> {line}".TrimEnd())),
        TextFormat = TextFormatTypes.Markdown,
        SuggestedActions = actions.Length > 0 ? new SuggestedActions { Actions = actions.ToArray() } : null,
    };

    /// <summary>Who this is, before anything is begun.</summary>
    public Activity Welcome() => Coach(
        $"{text["Welcome"].Value}\n\n{WhereItGoes(text, model.Value)}",
        Button(text["ActionStart"], "start"), Button(text["AnotherClient"], "personas"), Button(text["ActionHelp"], "help"));

    public string Text(string name, params object[] arguments) => text[name, arguments];

    public Activity Say(string name, params object[] arguments) => Coach(text[name, arguments]);

    public static Activity Card(Attachment card, string summary) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [card],
    };

    public Activity Personas(IEnumerable<Persona> personas, string? before = null)
    {
        var listed = personas.ToList();
        var lines = listed.Select(persona => $"- **{ClientText.Plain(persona.Name)}** ({persona.Id}): {ClientText.Plain(persona.About.Line)}");
        var words = string.Join("\n", [before ?? text["PersonaList"], string.Empty, .. lines]);
        return Coach(words, [.. listed.Select(persona => Button(persona.Name, $"start {persona.Id}"))]);
    }

    public Activity Menu(string personaName, string personaId, string? before = null) =>
        Coach(before ?? text["Ended"]) with { SuggestedActions = AfterTalk(personaName, personaId) };

    /// <param name="before">The name of a text that stands before it, if any.</param>
    public Activity Help(string? before = null) => Coach(before is null ? text["Help"] : $"{text[before].Value}\n\n{text["Help"].Value}");

    public Activity Paused(string name, params object[] arguments) =>
        Coach(text[name, arguments], Button(text["ActionResume"], "resume"), Button(text["ActionEnd"], "end"));

    /// <summary>Leaves the role visibly, shows the help that is configured here, and waits.</summary>
    public Activity SteppedOut(RiskKind kind, string? locale) => Safety(
        kind,
        [text["SafetyHit"], Resources(locale), text["SafetyChoice"]],
        [Button(text["ActionRolePlay"], "that was part of the role-play"), Button(text["ActionStop"], "i'd like to stop")]);

    /// <summary>The same to someone who is outside the role-play already: nothing was held, and the client waits on.</summary>
    public Activity NotAlone(RiskKind kind, string? locale, string client) => Safety(
        kind,
        [text["SafetyHitWhilePaused"], Resources(locale), text["StillPaused", client]],
        [Button(text["ActionEnd"], "end"), Button(text["ActionResume"], "resume")]);

    /// <summary>The help that is configured here, in a conversation that others share.</summary>
    /// <param name="name">Of the text that stands before it.</param>
    public Activity Support(RiskKind kind, string? locale, string name) => Safety(kind, [text[name], Resources(locale)], []);

    public Activity DeleteAsked() => Coach(text["DeleteAsked"], Button(text["ActionConfirm"], "confirm"));

    /// <summary>What the coach says in a running talk leaves the learner their buttons.</summary>
    public Activity InTalk(PracticeSession? session, Activity said) =>
        session is { EndedAt: null, PausedAt: null, HeldReply: null } ? said with { SuggestedActions = DuringTalk(session.Kind) } : said;

    /// <summary>What may be done in a running talk of this kind.</summary>
    public SuggestedActions DuringTalk(PracticeKind kind) => new()
    {
        Actions =
        [
            .. kind == PracticeKind.Unaided ? (CardAction[])[] : [Button(text["ActionAgain"], "again"), Button(text["ActionHint"], "hint")],
            Button(text["ActionSilence"], "silence"),
            Button(text["ActionPause"], "pause"),
            Button(text["ActionEnd"], "end"),
        ],
    };

    public SuggestedActions AfterTalk(string personaName, string personaId) => new()
    {
        Actions = [Button(text["SameAgain", personaName], $"start {personaId}"), Button(text["AnotherClient"], "personas")],
    };

    private static Activity Safety(RiskKind kind, IEnumerable<string> paragraphs, CardAction[] choices) =>
        Coach(string.Join("\n\n", paragraphs), choices) with
        {
            ChannelData = new JsonObject { ["safety"] = kind.ToString().ToLower(CultureInfo.InvariantCulture) },
        };

    private string Resources(string? locale) => safety.Value.For(locale) ?? text["SafetyNoResources"];

    private static CardAction Button(string title, string says) => new() { Type = ActionTypes.ImBack, Title = title, Value = says };
}
