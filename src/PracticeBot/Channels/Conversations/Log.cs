namespace PracticeBot.Channels.Conversations;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Warning, "Turn {Sequence} failed at attempt {Attempt} and is tried again: {Fault}")]
    public static partial void TurnFailed(ILogger logger, long sequence, int attempt, string fault);

    [LoggerMessage(201, LogLevel.Error, "Turn {Sequence} failed at attempt {Attempt} and is given up: {Fault}")]
    public static partial void TurnGivenUp(ILogger logger, long sequence, int attempt, string fault);

    [LoggerMessage(202, LogLevel.Warning, "Message {Sequence} could not be sent at attempt {Attempt} and is tried again: {Reason}")]
    public static partial void SendPostponed(ILogger logger, long sequence, int attempt, string reason);

    [LoggerMessage(203, LogLevel.Error, "Message {Sequence} could not be sent at attempt {Attempt} and is given up: {Reason}")]
    public static partial void SendGivenUp(ILogger logger, long sequence, int attempt, string reason);

    [LoggerMessage(205, LogLevel.Warning, "Everything of a learner was deleted, and the channel could not be told: {Fault}")]
    public static partial void FarewellLost(ILogger logger, string fault);

    [LoggerMessage(204, LogLevel.Error, "A conversation could not go on and is taken up again: {Fault}")]
    public static partial void ConversationStuck(ILogger logger, string fault);
}
