using PracticeBot.Channels.BotConnector.Authentication;

namespace PracticeBot.Channels.BotConnector;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Warning, "Somebody who is no channel, or no channel of ours, was refused: {Reason}")]
    public static partial void ChannelRefused(ILogger logger, ChannelRefusal reason);

    [LoggerMessage(301, LogLevel.Error, "The keys of the channels' issuer can't be had ({Fault}); until they can, only keys that are known already let a channel in")]
    public static partial void KeysUnavailable(ILogger logger, string fault);
}
