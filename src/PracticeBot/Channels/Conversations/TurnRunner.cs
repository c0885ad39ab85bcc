using PracticeBot.Hosting;
using PracticeBot.MyData;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>Runs one turn: the oldest activity that is not done goes to the bot, and what comes of it is saved as a whole.</summary>
internal sealed class TurnRunner(
    IServiceScopeFactory scopes,
    PracticeStore store,
    ReplyChannels channels,
    InvokeAnswers invokes,
    RunningTurns running,
    Erasure erasure,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <summary>Pauses before the second attempt, the third and so on; after the last one the turn is given up.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <returns>Null where nothing waits.</returns>
    public async Task<TurnResult?> RunNextAsync(string key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        if (await InboxRows.UndoneAsync(db, key, cancellationToken) is not [var first, .. var rest])
        {
            return null;
        }

        try
        {
            var activity = ActivityJson.Read(first.Activity);
            var turn = new TurnContext(activity, db, time, Activities(rest), Show, channels.For(activity).StreamingFor(activity), cancellationToken);
            using var arriving = running.Add(turn);
            await scope.ServiceProvider.GetRequiredService<ActivityHandler>().OnTurnAsync(turn, cancellationToken);
            if (turn is { Erases: { } learner, Farewell: { } farewell })
            {
                await erasure.RunAsync(learner, turn.ConversationKey);
                await SayFarewellAsync(turn, farewell);
                erasure.Close(turn.ConversationKey);
                return null;
            }

            await store.WriteAsync(db, _ => FinishAsync(db, turn), CancellationToken.None);
            if (turn.Forgotten.Count > 0)
            {
                await erasure.CutLogAsync();
            }

            invokes.Answer(key, first.ActivityId, turn.InvokeResponse);
            var here = turn.Outgoing.ToLookup(row => row.ConversationKey == key);
            return new TurnResult([.. here[true]], MayWait: turn.Handled.Count <= rest.Count, TimeSpan.Zero)
            {
                Elsewhere = [.. here[false].Select(row => row.ConversationKey).Distinct(StringComparer.Ordinal)],
            };
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return await FailAsync(first, fault);
        }

        Task<string?> Show(Activity passing, CancellationToken stopped) => channels.For(passing).ShowAsync(passing, stopped);
    }

    /// <summary>Once, if it can be: nothing is left that it could be sent again from.</summary>
    private async Task SayFarewellAsync(TurnContext turn, Activity farewell)
    {
        try
        {
            await turn.ShowAsync(farewell);
        }
#pragma warning disable CA1031 // What was asked for is done, whether or not the channel can be told.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.FarewellLost(logger, Faults.WithoutText(fault));
        }
    }

    private async Task<bool> FinishAsync(PracticeDb db, TurnContext turn)
    {
        await OutboxRows.AddAsync(db, turn.Outgoing);
        foreach (var forgotten in turn.Forgotten)
        {
            await channels.For(turn.Activity).ForgetAsync(db, turn.Activity, forgotten);
        }

        await InboxRows.DoneAsync(db, turn.ConversationKey, turn.Handled.Select(activity => activity.Id!), time.UnixNow());
        return true;
    }

    private async Task<TurnResult> FailAsync(InboxRow row, Exception fault)
    {
        if (row.Attempts < Pauses.Length)
        {
            Log.TurnFailed(logger, row.Sequence, row.Attempts + 1, Faults.WithoutText(fault));
            await store.WriteOneAsync(db => InboxRows.CountFailureAsync(db, row.Sequence), CancellationToken.None);
            return new TurnResult([], MayWait: true, Pauses[row.Attempts]);
        }

        Log.TurnGivenUp(logger, row.Sequence, row.Attempts + 1, Faults.WithoutText(fault));
        var said = await store.WriteAsync(db => GiveUpAsync(db, row), CancellationToken.None);
        invokes.Answer(row.ConversationKey, row.ActivityId, new InvokeResponse { Status = StatusCodes.Status500InternalServerError });
        return new TurnResult(said, MayWait: true, TimeSpan.Zero);
    }

    /// <summary>The learner hears that it went wrong, and the conversation goes on.</summary>
    private async Task<OutboxRow[]> GiveUpAsync(PracticeDb db, InboxRow row)
    {
        var activity = ActivityJson.Read(row.Activity);
        OutboxRow[] said = activity.Type == ActivityTypes.Message ? [Apology(activity)] : [];
        await OutboxRows.AddAsync(db, said);
        await InboxRows.DoneAsync(db, row.ConversationKey, [row.ActivityId], time.UnixNow());
        return said;
    }

    private OutboxRow Apology(Activity activity)
    {
        var apology = Reply.To(activity, new Activity { Id = Ids.New(), Text = ChannelTexts.Apology(activity.Locale) });
        return new OutboxRow
        {
            ConversationKey = ConversationKey.Of(activity),
            Channel = ReplyRoutes.Of(activity),
            ActivityId = apology.Id!,
            Activity = ActivityJson.Write(apology),
            Kind = OutboxKind.Send,
            DueAt = time.UnixNow(),
        };
    }

    private static List<Activity> Activities(IEnumerable<InboxRow> rows) => [.. rows.Select(row => ActivityJson.Read(row.Activity))];
}
