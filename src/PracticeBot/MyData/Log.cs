namespace PracticeBot.MyData;

internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information, "{Talks} talks were older than they are kept for, and are deleted.")]
    public static partial void Purged(ILogger logger, int talks);

    [LoggerMessage(701, LogLevel.Warning, "What is older than it is kept for could not be deleted; it is tried again in an hour. {Fault}")]
    public static partial void PurgeFailed(ILogger logger, string fault);
}
