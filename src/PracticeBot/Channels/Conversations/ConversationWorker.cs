using Microsoft.EntityFrameworkCore;
using PracticeBot.Hosting;
using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>
/// Lets every conversation move on by itself and in order: what waits in its outbox goes out first, then its next turn runs, until
/// nothing is left. So the next reply is heard when the last one has been answered, and messages that come meanwhile wait together.
/// Everything lies in the store; a host that starts goes on where the last one stopped, however it stopped.
/// </summary>
internal sealed class ConversationWorker(
    TurnRunner turns, RunningTurns played, OutboxSender outbox, PracticeStore store, TimeProvider time, ILogger<ConversationWorker> logger)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan LongestTrouble = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Run> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    // Waiting for a model is most of a turn's time; reading text without one keeps a processor busy.
    private readonly SemaphoreSlim _places = new(Math.Max(64, 8 * Environment.ProcessorCount));

    /// <summary>Something new stands in this conversation's outbox, or in both of its boxes.</summary>
    public void Wake(string key) => Wake(key, outbox: true);

    /// <summary>This stands in its conversation's inbox now.</summary>
    public void Arrived(string key, Activity activity)
    {
        played.Arrived(key, activity);
        Wake(key, outbox: false);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.OpenAsync(cancellationToken);
        var unfinished = await db.Inbox.Where(row => row.DoneAt == null).Select(row => row.ConversationKey)
            .Union(db.Outbox.Where(row => row.SentAt == null && !row.Failed).Select(row => row.ConversationKey))
            .ToListAsync(cancellationToken);
        foreach (var key in unfinished)
        {
            Wake(key);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_lock)
        {
            // A host may be stopped again once it is gone.
            if (!_stop.IsCancellationRequested)
            {
                _stop.Cancel();
            }

            running = [.. _running.Values.Select(run => run.Task)];
        }

        await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _places.Dispose();
    }

    private async Task RunAsync(string key, Run run)
    {
        var troubles = 0;
        while (!_stop.IsCancellationRequested)
        {
            run.TakeWoken();
            try
            {
                if (run.TakeOutbox())
                {
                    await outbox.SendAllAsync(key, _stop.Token);
                }

                var turn = await TakeTurnAsync(key);
                if (turn is not null)
                {
                    foreach (var elsewhere in turn.Elsewhere)
                    {
                        Wake(elsewhere);
                    }

                    await outbox.SendAsync(turn.Outgoing, _stop.Token);
                    await Task.Delay(turn.Pause, time, _stop.Token);
                }

                troubles = 0;
                if (turn is not { MayWait: true } && IsFinished(key, run))
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was (a full disk, a locked file), the conversation is in the store and is taken up again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Log.ConversationStuck(logger, Faults.WithoutText(fault));
                run.Wake(outbox: true);
                var pause = Math.Min(LongestTrouble.TotalSeconds, Math.Pow(2, troubles++) / 10);
                await Task.Delay(TimeSpan.FromSeconds(pause), time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Wake(string key, bool outbox)
    {
        lock (_lock)
        {
            if (_running.TryGetValue(key, out var run))
            {
                run.Wake(outbox);
            }
            else if (!_stop.IsCancellationRequested)
            {
                run = new Run();
                run.Wake(outbox);
                _running.Add(key, run);
                run.Task = Task.Run(() => RunAsync(key, run));
            }
        }
    }

    private async Task<TurnResult?> TakeTurnAsync(string key)
    {
        await _places.WaitAsync(_stop.Token);
        try
        {
            return await turns.RunNextAsync(key, _stop.Token);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>False where it was woken since it last looked.</summary>
    private bool IsFinished(string key, Run run)
    {
        lock (_lock)
        {
            return !run.TakeWoken() && _running.Remove(key);
        }
    }

    /// <summary>A conversation that moves on, and what it was woken for since it last looked.</summary>
    private sealed class Run
    {
        private int _woken;
        private int _outbox;

        public Task Task { get; set; } = Task.CompletedTask;

        public void Wake(bool outbox)
        {
            if (outbox)
            {
                Volatile.Write(ref _outbox, 1);
            }

            Volatile.Write(ref _woken, 1);
        }

        public bool TakeWoken() => Interlocked.Exchange(ref _woken, 0) == 1;

        public bool TakeOutbox() => Interlocked.Exchange(ref _outbox, 0) == 1;
    }
}
