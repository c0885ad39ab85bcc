namespace PracticeBot.Channels.BotConnector.Sending;

/// <param name="Most">So many sends at most in any stretch of time as long as the window.</param>
internal readonly record struct RateLimit(int Most, TimeSpan Window);
