using PracticeBot.Hosting;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>Runs one turn: the oldest activity that is not done goes to the bot, and what comes of it is saved as a whole.</summary>
internal sealed class TurnRunner(
    IServiceScopeFactory scopes,
    PracticeStore store,
    ReplyChannels channels,
    InvokeAnswers invokes,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <summary>Pauses before the second attempt, the third and so on; after the last one the turn is given up.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <returns>How long to wait before the next turn; null where no activity waits.</returns>
    public async Task<TimeSpan?> RunNextAsync(string key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        if (await InboxRows.UndoneAsync(db, key, cancellationToken) is not [var first, .. var rest])
        {
            return null;
        }

        try
        {
            var turn = new TurnContext(
                ActivityJson.Read(first.Activity), db, time, Activities(rest), Look, Show, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<ActivityHandler>().OnTurnAsync(turn, cancellationToken);
            await store.WriteAsync(db, _ => FinishAsync(db, turn), CancellationToken.None);
            invokes.Answer(key, first.ActivityId, turn.InvokeResponse);
            return TimeSpan.Zero;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return await FailAsync(first, fault);
        }

        async Task<IReadOnlyList<Activity>> Look(CancellationToken stopped)
        {
            await using var fresh = await store.OpenAsync(stopped);
            return Activities(await InboxRows.UndoneAsync(fresh, key, stopped));
        }

        Task Show(Activity passing, CancellationToken stopped) => channels.For(passing).ShowAsync(passing, stopped);
    }

    private async Task<bool> FinishAsync(PracticeDb db, TurnContext turn)
    {
        foreach (var row in turn.Outgoing)
        {
            await OutboxRows.AddAsync(db, row);
        }

        await InboxRows.DoneAsync(db, turn.ConversationKey, [.. turn.Handled.Select(activity => activity.Id!)], time.UnixNow());
        return true;
    }

    private async Task<TimeSpan> FailAsync(InboxRow row, Exception fault)
    {
        if (row.Attempts < Pauses.Length)
        {
            Log.TurnFailed(logger, row.Sequence, row.Attempts + 1, Faults.WithoutText(fault));
            await store.WriteAsync(db => InboxRows.CountFailureAsync(db, row.Sequence), CancellationToken.None);
            return Pauses[row.Attempts];
        }

        Log.TurnGivenUp(logger, row.Sequence, row.Attempts + 1, Faults.WithoutText(fault));
        await store.WriteAsync(db => GiveUpAsync(db, row), CancellationToken.None);
        invokes.Answer(row.ConversationKey, row.ActivityId, new InvokeResponse { Status = StatusCodes.Status500InternalServerError });
        return TimeSpan.Zero;
    }

    /// <summary>The learner hears that it went wrong, and the conversation goes on.</summary>
    private async Task<bool> GiveUpAsync(PracticeDb db, InboxRow row)
    {
        var activity = ActivityJson.Read(row.Activity);
        if (activity.Type == ActivityTypes.Message)
        {
            await OutboxRows.AddAsync(db, OwnMessages.To(activity, ChannelTexts.Apology(activity.Locale), time.UnixNow()));
        }

        await InboxRows.DoneAsync(db, row.ConversationKey, [row.ActivityId], time.UnixNow());
        return true;
    }

    private static List<Activity> Activities(IEnumerable<InboxRow> rows) => [.. rows.Select(row => ActivityJson.Read(row.Activity))];
}
