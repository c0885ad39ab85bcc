namespace PracticeBot.Channels.Conversations;

/// <summary>How sending went.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    public sealed record Sent : SendResult;

    /// <summary>May work later.</summary>
    /// <param name="Reason">For the log; never a text of the conversation.</param>
    /// <param name="After">How long the channel asked to be left alone.</param>
    public sealed record TryLater(string Reason, TimeSpan? After) : SendResult;

    /// <summary>Won't work however often it is tried.</summary>
    /// <param name="Reason">For the log; never a text of the conversation.</param>
    /// <param name="Status">What the channel answered; null where it was not asked.</param>
    /// <param name="Code">The channel's own word for why, where it gave one.</param>
    public sealed record Refused(string Reason, int? Status = null, string? Code = null) : SendResult;
}
