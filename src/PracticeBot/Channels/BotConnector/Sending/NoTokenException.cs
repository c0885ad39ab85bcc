namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>Azure gave the bot no token. The message holds no secret.</summary>
internal sealed class NoTokenException(string reason) : Exception($"no token: {reason}");
