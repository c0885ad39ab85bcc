using System.Collections.Frozen;
using PracticeBot.Core.Personas;

namespace PracticeBot.Practice;

/// <summary>What a learner may ask of the bot itself.</summary>
public enum CommandKind
{
    Start,
    Personas,
    Again,
    Silence,
    Pause,
    Resume,
    FeedbackOn,
    FeedbackOff,
    End,
    Help,

    /// <summary>After a safety hit: it belonged to the role-play.</summary>
    PartOfRolePlay,

    /// <summary>After a safety hit: the learner wants to stop.</summary>
    StopHere,

    /// <summary>A command of the product that this version does not have yet: it is said so, and never taken for a reply.</summary>
    NotHere,

    /// <summary>A slash and no command that is known.</summary>
    Unknown,
}

/// <summary>A command is the whole message, matched without case, with or without a slash; anything else is a reply.</summary>
public readonly record struct ChatCommand(CommandKind Kind, string Argument = "")
{
    private static readonly Dictionary<string, CommandKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["start"] = CommandKind.Start,
        ["personas"] = CommandKind.Personas,
        ["again"] = CommandKind.Again,
        ["silence"] = CommandKind.Silence,
        ["..."] = CommandKind.Silence,
        ["…"] = CommandKind.Silence,
        ["pause"] = CommandKind.Pause,
        ["resume"] = CommandKind.Resume,
        ["feedback on"] = CommandKind.FeedbackOn,
        ["feedback off"] = CommandKind.FeedbackOff,
        ["end"] = CommandKind.End,
        ["help"] = CommandKind.Help,
        ["that was part of the role-play"] = CommandKind.PartOfRolePlay,
        ["i'd like to stop"] = CommandKind.StopHere,
    };

    private static readonly FrozenSet<string> NotHere = new[]
    {
        "hint", "unaided", "drill", "rating on", "rating off", "example", "stop", "progress", "link", "join", "leave", "pass", "my data",
        "delete my data", "confirm",
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

        const string StartWithName = "start ";
        if (words.StartsWith(StartWithName, StringComparison.OrdinalIgnoreCase))
        {
            var name = words[StartWithName.Length..];
            var isKnown = PersonaId.TryParse(name, out var id) && isPersona(id);
            command = new ChatCommand(CommandKind.Start, isKnown ? id.ToString() : name);
            return isKnown || hasSlash;
        }

        command = new ChatCommand(CommandKind.Unknown, words);
        return hasSlash;
    }
}
