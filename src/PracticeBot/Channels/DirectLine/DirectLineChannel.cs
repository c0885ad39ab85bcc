namespace PracticeBot.Channels.DirectLine;

/// <summary>The embedded Direct Line's own names.</summary>
internal static class DirectLineChannel
{
    public const string Id = "directline";

    /// <summary>User ids that a token can speak for begin so.</summary>
    public const string UserPrefix = "dl_";

    public static readonly ChannelAccount Bot = new() { Id = "practicebot", Name = "PracticeBot", Role = RoleTypes.Bot };

    public static readonly Refusal ForeignUser =
        new(StatusCodes.Status400BadRequest, "BadArgument", "The user id is not the one that the token speaks for.");

    public static string Key(string conversationId) => ConversationKey.Of(Id, conversationId);

    /// <summary>An id that only a token can give, and this one does not. Other ids are mere names, and the token's stands for them.</summary>
    public static bool IsForeign(string? userId, string tokenUserId) =>
        userId is not null && userId.StartsWith(UserPrefix, StringComparison.Ordinal) && userId != tokenUserId;
}
