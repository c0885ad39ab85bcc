namespace PracticeBot.Channels.Teams;

/// <summary>Microsoft Teams, by its names.</summary>
internal static class TeamsChannel
{
    public const string Id = "msteams";

    public static bool Is(Activity activity) => activity.ChannelId == Id;

    /// <summary>A link that opens the personal chat with a bot.</summary>
    /// <param name="bot">The bot's account: <c>28:</c> and its app id.</param>
    public static string ChatWith(string bot) => $"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(bot)}";
}
