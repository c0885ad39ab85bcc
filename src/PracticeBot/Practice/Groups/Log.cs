namespace PracticeBot.Practice.Groups;

internal static partial class Log
{
    [LoggerMessage(800, LogLevel.Warning, "Turns that went by in groups could not be looked for; they are in a moment. {Fault}")]
    public static partial void ClockFailed(ILogger logger, string fault);
}
