namespace PracticeBot.Channels.BotConnector;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Warning,
        "MicrosoftAppId is set, but authentication of channels is not built yet: /api/messages answers 401 to everyone")]
    public static partial void NoAuthentication(ILogger logger);
}
