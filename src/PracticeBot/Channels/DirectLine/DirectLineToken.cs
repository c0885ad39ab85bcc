namespace PracticeBot.Channels.DirectLine;

/// <summary>What a token turned out to be.</summary>
internal abstract record DirectLineToken
{
    private DirectLineToken()
    {
    }

    public sealed record Valid(string ConversationId, string UserId) : DirectLineToken;

    public sealed record Expired : DirectLineToken;

    /// <summary>Missing, malformed, or not ours.</summary>
    public sealed record Invalid : DirectLineToken;
}
