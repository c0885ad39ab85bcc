namespace PracticeBot.Hosting;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Error, "{Endpoint} failed: {Fault}")]
    public static partial void RequestFailed(ILogger logger, string endpoint, string fault);
}
