namespace PracticeBot.Hosting;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Error, "{Endpoint} failed: {Fault}")]
    public static partial void RequestFailed(ILogger logger, string endpoint, string fault);

    [LoggerMessage(101, LogLevel.Warning, "{Key} is set, but what it is for is not built yet: it has no effect")]
    public static partial void SetInVain(ILogger logger, string key);
}
