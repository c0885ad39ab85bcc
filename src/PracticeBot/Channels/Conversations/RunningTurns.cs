using System.Collections.Concurrent;

namespace PracticeBot.Channels.Conversations;

/// <summary>The turns that are being played: what arrives meanwhile may end one's speech, though it is heard only after it.</summary>
internal sealed class RunningTurns
{
    private readonly ConcurrentDictionary<string, TurnContext> _running = new(StringComparer.Ordinal);

    /// <summary>Until the returned one is disposed of.</summary>
    public IDisposable Add(TurnContext turn)
    {
        _running[turn.ConversationKey] = turn;
        return new Running(this, turn);
    }

    public void Arrived(string key, Activity activity)
    {
        if (_running.TryGetValue(key, out var turn))
        {
            turn.Arrived(activity);
        }
    }

    private sealed class Running(RunningTurns turns, TurnContext turn) : IDisposable
    {
        public void Dispose()
        {
            turns._running.TryRemove(KeyValuePair.Create(turn.ConversationKey, turn));
            turn.Dispose();
        }
    }
}
