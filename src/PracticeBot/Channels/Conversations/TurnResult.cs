using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>What a turn leaves to do.</summary>
/// <param name="Outgoing">What it stored in its conversation's outbox, in order.</param>
/// <param name="MayWait">More was accepted than this turn handled.</param>
/// <param name="Pause">How long to let it rest before the next attempt.</param>
internal sealed record TurnResult(IReadOnlyList<OutboxRow> Outgoing, bool MayWait, TimeSpan Pause)
{
    /// <summary>Other conversations in whose outboxes something stands now.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];
}
