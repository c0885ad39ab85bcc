using System.Security.Cryptography;
using PracticeBot.Hosting;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>Sends what waits in a conversation's outbox, in order, each row when it is due.</summary>
internal sealed class OutboxSender(PracticeStore store, ReplyChannels channels, TimeProvider time, ILogger<OutboxSender> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Counted from when it was due; a reply that comes later answers nothing any more.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(10);

    /// <summary>Also what was due while no host ran gets a fair try.</summary>
    private const int LeastAttempts = 5;

    /// <summary>Returns when nothing is left to send.</summary>
    public async Task SendAllAsync(string key, CancellationToken cancellationToken)
    {
        while (await UnsentAsync(key, cancellationToken) is { Count: > 0 } rows)
        {
            await SendAsync(rows, cancellationToken);
        }
    }

    /// <summary>Sends these, which stand next in their conversation.</summary>
    public async Task SendAsync(IEnumerable<OutboxRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await SendAsync(row, cancellationToken);
        }
    }

    private async Task<List<OutboxRow>> UnsentAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await store.OpenAsync(cancellationToken);
        return await OutboxRows.UnsentAsync(db, key, cancellationToken);
    }

    /// <summary>Returns when the row is sent or given up: the one behind it must not overtake it.</summary>
    private async Task SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var channel = channels.For(row.Channel);
        await PaceAsync(row, channel, cancellationToken);
        await UntilAsync(row.NextAttemptAt ?? 0, cancellationToken);
        for (var attempt = row.Attempts + 1; ; attempt++)
        {
            switch (await TryAsync(channel, row, cancellationToken))
            {
                case SendResult.TryLater later when NextAttempt(row, attempt, later.After) is { } at:
                    Log.SendPostponed(logger, row.Sequence, attempt, later.Reason);
                    await store.WriteOneAsync(db => OutboxRows.PostponeAsync(db, row.Sequence, at), cancellationToken);
                    await UntilAsync(at, cancellationToken);
                    break;
                case SendResult.TryLater later:
                    await FailAsync(row, attempt, later.Reason);
                    return;
                case SendResult.Refused refused:
                    await FailAsync(row, attempt, refused.Reason);
                    return;
                default:
                    return;
            }
        }
    }

    private static async Task<SendResult> TryAsync(IReplyChannel channel, OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.SendAsync(row, cancellationToken);
        }
#pragma warning disable CA1031 // Nothing that goes wrong with one row may hold up its conversation for ever.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new SendResult.TryLater(Faults.WithoutText(fault), After: null);
        }
    }

    private async Task PaceAsync(OutboxRow row, IReplyChannel channel, CancellationToken cancellationToken)
    {
        if (row.TypingAt is { } typingAt && time.UnixNow() < row.DueAt)
        {
            await UntilAsync(typingAt, cancellationToken);
            await channel.ShowAsync(TypingBefore(row), cancellationToken);
        }

        await UntilAsync(row.DueAt, cancellationToken);
    }

    private Activity TypingBefore(OutboxRow row)
    {
        var coming = ActivityJson.Read(row.Activity);
        return new Activity
        {
            Type = ActivityTypes.Typing,
            Id = Ids.New(),
            Timestamp = time.GetUtcNow(),
            ChannelId = coming.ChannelId,
            ServiceUrl = coming.ServiceUrl,
            Conversation = coming.Conversation,
            From = coming.From,
            Recipient = coming.Recipient,
            ReplyToId = coming.ReplyToId,
        };
    }

    private async Task UntilAsync(long instant, CancellationToken cancellationToken)
    {
        if (instant - time.UnixNow() is > 0 and var left)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(left), time, cancellationToken);
        }
    }

    /// <summary>Doubles the pause each time and spreads it, so that many that failed together don't come back together.</summary>
    /// <returns>Null where it would be too late.</returns>
    private long? NextAttempt(OutboxRow row, int attempt, TimeSpan? asked)
    {
        if (asked > GivenUpAfter)
        {
            return null;
        }

        var doubled = Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, attempt - 1));
        var spread = doubled * (0.5 + (RandomNumberGenerator.GetInt32(1000) / 2000.0));
        var pause = Math.Max(spread, asked?.TotalMilliseconds ?? 0);
        var at = time.UnixNow() + (long)pause;
        return attempt < LeastAttempts || at <= row.DueAt + GivenUpAfter.TotalMilliseconds ? at : null;
    }

    private async Task FailAsync(OutboxRow row, int attempt, string reason)
    {
        Log.SendGivenUp(logger, row.Sequence, attempt, reason);
        await store.WriteOneAsync(db => OutboxRows.FailAsync(db, row.Sequence), CancellationToken.None);
    }
}
