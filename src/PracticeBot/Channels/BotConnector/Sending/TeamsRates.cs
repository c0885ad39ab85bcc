namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>How often a bot may send in Teams ("Optimize your bot with rate limiting in Teams", Microsoft Learn).</summary>
internal static class TeamsRates
{
    /// <summary>Sends go out evenly and may arrive closer together; so much nearer they may come to each other on the way.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(250);

    /// <summary>Of one bot in one chat, or in one thread of a channel.</summary>
    public static readonly IReadOnlyList<RateLimit> OfAThread =
    [
        Limit(7, TimeSpan.FromSeconds(1)),
        Limit(8, TimeSpan.FromSeconds(2)),
        Limit(60, TimeSpan.FromSeconds(30)),
        Limit(1800, TimeSpan.FromHours(1)),
    ];

    /// <summary>Of one app in one tenant: 30 to 50 a second; nothing is said of when it is which, and the lower one keeps clear of both.</summary>
    public static readonly IReadOnlyList<RateLimit> OfATenant = [new(30, TimeSpan.FromSeconds(1))];

    private static RateLimit Limit(int most, TimeSpan window) => new(most, window + OnTheWay);
}
