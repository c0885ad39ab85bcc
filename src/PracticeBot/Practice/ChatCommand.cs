using System.Collections.Frozen;
using PracticeBot.Core.Personas;

namespace PracticeBot.Practice;

/// <summary>What a learner may ask of the bot itself.</summary>
public enum CommandKind
{
    Start,
    Personas,
    Again,
    Hint,
    Example,
    Silence,
    Pause,
    Resume,
    FeedbackOn,
    FeedbackOff,
    RatingOn,
    RatingOff,
    Unaided,
    Drill,
    End,

    /// <summary>The client is to say no more of a line that is still growing.</summary>
    Stop,
    Progress,
    MyData,
    DeleteMyData,
    Confirm,
    Help,

    /// <summary>After a safety hit: it belonged to the role-play.</summary>
    PartOfRolePlay,

    /// <summary>After a safety hit: the learner wants to stop.</summary>
    StopHere,

    /// <summary>In a group: the turn is the next one's.</summary>
    Pass,

    /// <summary>A command of the product that this version does not have yet: it is said so, and never taken for a reply.</summary>
    NotHere,

    /// <summary>A slash and no command that is known.</summary>
    Unknown,
}

/// <summary>A command is the whole message, matched without case, with or without a slash; anything else is a reply.</summary>
/// <param name="Argument">The client's id, or what was written in its place; for an unknown command, all of it.</param>
/// <param name="Moment">Of a drill: the layer's id; empty where none is named.</param>
public readonly record struct ChatCommand(CommandKind Kind, string Argument = "", string Moment = "")
{
    private static readonly Dictionary<string, CommandKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["start"] = CommandKind.Start,
        ["personas"] = CommandKind.Personas,
        ["again"] = CommandKind.Again,
        ["hint"] = CommandKind.Hint,
        ["example"] = CommandKind.Example,
        ["silence"] = CommandKind.Silence,
        ["..."] = CommandKind.Silence,
        ["…"] = CommandKind.Silence,
        ["pause"] = CommandKind.Pause,
        ["resume"] = CommandKind.Resume,
        ["feedback on"] = CommandKind.FeedbackOn,
        ["feedback off"] = CommandKind.FeedbackOff,
        ["rating on"] = CommandKind.RatingOn,
        ["rating off"] = CommandKind.RatingOff,
        ["unaided"] = CommandKind.Unaided,
        ["drill"] = CommandKind.Drill,
        ["end"] = CommandKind.End,
        ["stop"] = CommandKind.Stop,
        ["pass"] = CommandKind.Pass,
        ["progress"] = CommandKind.Progress,
        ["my data"] = CommandKind.MyData,
        ["delete my data"] = CommandKind.DeleteMyData,
        ["confirm"] = CommandKind.Confirm,
        ["help"] = CommandKind.Help,
        ["that was part of the role-play"] = CommandKind.PartOfRolePlay,
        ["i'd like to stop"] = CommandKind.StopHere,
    };

    private static readonly FrozenSet<string> NotHere = new[]
    {
        "link", "join", "leave",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>False where the message is a reply. A bare "start X" is a command only where X is a persona.</summary>
    public static bool TryParse(string message, Predicate<PersonaId> isPersona, out ChatCommand command)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(isPersona);

        var text = string.Join(' ', message.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var hasSlash = text.StartsWith('/');
        var words = hasSlash ? text[1..].TrimStart() : text;

        if (Words.TryGetValue(words, out var kind))
        {
            command = new ChatCommand(kind);
            return true;
        }

        if (NotHere.Contains(words) || (hasSlash && NotHere.Contains(words.Split(' ')[0])))
        {
            command = new ChatCommand(CommandKind.NotHere, words);
            return true;
        }

        // "start maya", "drill maya", "drill maya m2": a client must be meant, or it may be what one says to a client.
        if (words.Split(' ', 2) is [var verb, var rest] && Words.TryGetValue(verb, out var named) && named is CommandKind.Start or CommandKind.Drill)
        {
            var name = named == CommandKind.Drill ? rest.Split(' ')[0] : rest;
            var isKnown = PersonaId.TryParse(name, out var id) && isPersona(id);
            command = new ChatCommand(named, isKnown ? id.ToString() : name, rest.Length > name.Length ? rest[(name.Length + 1)..] : string.Empty);
            return isKnown || hasSlash;
        }

        command = new ChatCommand(CommandKind.Unknown, words);
        return hasSlash;
    }
}
