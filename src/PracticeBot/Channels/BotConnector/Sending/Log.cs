namespace PracticeBot.Channels.BotConnector.Sending;

internal static partial class Log
{
    [LoggerMessage(320, LogLevel.Warning,
        "MicrosoftAppId is set, but neither MicrosoftAppPassword nor MicrosoftAppCertificate: channels won't take what the bot says")]
    public static partial void NothingToProve(ILogger logger);
}
