using PracticeBot.Practice;

namespace PracticeBot.Content;

/// <summary>A reply that stands in a file, as a chat would take it.</summary>
public static class SpokenReply
{
    /// <summary>Empty where the words are the command that holds the space.</summary>
    public static string Of(string written) =>
        ChatCommand.TryParse(written, _ => false, out var command) && command.Kind == CommandKind.Silence ? string.Empty : written;
}
