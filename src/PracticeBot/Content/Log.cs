namespace PracticeBot.Content;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Information, "{Count} personas stand in {Folder}")]
    public static partial void Loaded(ILogger logger, int count, string folder);

    [LoggerMessage(301, LogLevel.Warning, "The persona file {File} can't be used: {Finding}")]
    public static partial void Faulty(ILogger logger, string file, string finding);

    [LoggerMessage(302, LogLevel.Warning, "The system can't tell of changes in {Folder}; it is looked through every {Seconds} seconds")]
    public static partial void NotWatched(ILogger logger, string folder, double seconds);

    [LoggerMessage(303, LogLevel.Warning, "The folder {Folder} is not there: no persona can be met")]
    public static partial void NoFolder(ILogger logger, string folder);

    [LoggerMessage(304, LogLevel.Error, "The personas could not be read anew and stay as they were: {Fault}")]
    public static partial void NotReloaded(ILogger logger, string fault);
}
