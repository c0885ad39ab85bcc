using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PracticeBot.Models.Gateway;

/// <summary>A stream that has begun and says nothing for so long is broken.</summary>
internal sealed class StallLimit(IChatClient inner, TimeSpan longest, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stalled = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, cancellationToken);
        await using var updates = base.GetStreamingResponseAsync(messages, options, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(updates, stalled, cancellationToken))
        {
            yield return updates.Current;
            stalled.CancelAfter(longest);
        }
    }

    private static async Task<bool> NextAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates, CancellationTokenSource stalled, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (OperationCanceledException) when (stalled.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ModelFaultException(ModelFault.Broken);
        }
    }
}
