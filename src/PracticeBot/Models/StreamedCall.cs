using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PracticeBot.Models;

/// <summary>One call of the model: its text as it comes, and what it took.</summary>
internal sealed class StreamedCall(IChatClient chat, IReadOnlyList<ChatMessage> messages, ChatOptions options)
{
    /// <summary>Complete when the text is.</summary>
    public ModelUsage Usage { get; private set; } = ModelUsage.None;

    /// <exception cref="ModelFaultException">The model did not answer, or broke off.</exception>
    public async IAsyncEnumerable<string> TextAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in chat.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            Usage += ModelUsage.Of(update);
            if (update.Text.Length > 0)
            {
                yield return update.Text;
            }
        }
    }
}
