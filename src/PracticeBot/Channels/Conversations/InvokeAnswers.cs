using System.Collections.Concurrent;

namespace PracticeBot.Channels.Conversations;

/// <summary>Lets a request wait for the turn that answers its invoke.</summary>
internal sealed class InvokeAnswers
{
    private readonly ConcurrentDictionary<(string Key, string ActivityId), TaskCompletionSource<InvokeResponse?>> _waiting = new();

    /// <summary>To be called before the activity is stored: its turn may run at once.</summary>
    public Task<InvokeResponse?> Expect(string key, string activityId) => _waiting
        .GetOrAdd((key, activityId), _ => new TaskCompletionSource<InvokeResponse?>(TaskCreationOptions.RunContinuationsAsynchronously))
        .Task;

    public void Answer(string key, string activityId, InvokeResponse? answer)
    {
        if (_waiting.TryRemove((key, activityId), out var waiting))
        {
            waiting.TrySetResult(answer);
        }
    }

    /// <summary>Nobody waits any more.</summary>
    public void Forget(string key, string activityId) => _waiting.TryRemove((key, activityId), out _);
}
