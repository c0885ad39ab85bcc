namespace PracticeBot.Content.Prompts;

internal static partial class Log
{
    [LoggerMessage(310, LogLevel.Information, "The prompt {Prompt} is in use in its version {Version}, from {Folder}")]
    public static partial void Loaded(ILogger logger, string prompt, string version, string folder);

    [LoggerMessage(311, LogLevel.Warning, "The file of the prompt {Prompt} can't be used, and its version {Version} stays in use: {Finding}")]
    public static partial void Faulty(ILogger logger, string prompt, string version, string finding);

    [LoggerMessage(312, LogLevel.Warning, "In the file of the prompt {Prompt}: {Finding}")]
    public static partial void Warned(ILogger logger, string prompt, string finding);

    [LoggerMessage(313, LogLevel.Warning, "The folder {Folder} is not there: its prompts stay as they were")]
    public static partial void NoFolder(ILogger logger, string folder);

    [LoggerMessage(314, LogLevel.Error, "The prompts could not be read anew and stay as they were: {Fault}")]
    public static partial void NotReloaded(ILogger logger, string fault);
}
