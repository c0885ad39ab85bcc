using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels;
using PracticeBot.Channels.Conversations;
using PracticeBot.Hosting;
using PracticeBot.Storage;

namespace PracticeBot.Practice.Groups;

/// <summary>
/// Notices a turn that nobody takes. It only says so to the conversation, as an event of its own that waits among what people say; whether
/// the turn has really gone by is decided there, so that two hosts that notice it do no harm.
/// </summary>
internal sealed class FishbowlClock(PracticeStore store, ConversationWorker worker, TimeProvider time, ILogger<FishbowlClock> logger) : BackgroundService
{
    public const string TurnWentBy = "practicebot/turnWentBy";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A store that can't be read now can be in a moment; nobody's turn is lost by it.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.ClockFailed(logger, Faults.WithoutText(fault));
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.UnixNow();
        await using var reading = await store.OpenAsync(cancellationToken);
        var late = await reading.Sessions.AsNoTracking().Where(session => session.HolderUntil != null && session.HolderUntil <= now)
            .Join(reading.References, session => session.ConversationKey, row => row.ConversationKey, (session, row) => new { session.Id, session.HolderUntil, row.Reference })
            .ToListAsync(cancellationToken);
        foreach (var turn in late)
        {
            var activity = Event(References.Read(turn.Reference), Ids.For(TurnWentBy, turn.Id, turn.HolderUntil!.Value.ToString(CultureInfo.InvariantCulture)));
            if (await store.WriteOneAsync(db => InboxRows.TryAddAsync(db, activity, ActivityJson.Write(activity), now), cancellationToken))
            {
                worker.Arrived(ConversationKey.Of(activity), activity);
            }
        }
    }

    /// <summary>From the bot to itself.</summary>
    private Activity Event(ConversationReference reference, string id) => new()
    {
        Type = ActivityTypes.Event,
        Name = TurnWentBy,
        Id = id,
        Timestamp = time.GetUtcNow(),
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        Conversation = reference.Conversation,
        From = reference.Bot,
        Recipient = reference.Bot,
        Locale = reference.Locale,
    };
}
