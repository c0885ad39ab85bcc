using System.ClientModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PracticeBot.Models.Gateway;

/// <summary>Everything that goes wrong with a call leaves as one kind of fault, without a word of what was asked or answered.</summary>
internal sealed class FaultMapping(IChatClient inner, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            return response.FinishReason == ChatFinishReason.ContentFilter || response.Text.Length == 0
                ? throw new ModelFaultException(response.FinishReason == ChatFinishReason.ContentFilter ? ModelFault.ContentFiltered : ModelFault.Broken)
                : response;
        }
        catch (Exception fault) when (IsOfTheModel(fault, cancellationToken))
        {
            throw Mapped(fault);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var (isFinished, hasText) = (false, false);
        while (await NextAsync(updates, cancellationToken))
        {
            var update = updates.Current;
            if (update.FinishReason == ChatFinishReason.ContentFilter || update.Contents.Any(content => content is ErrorContent))
            {
                throw new ModelFaultException(update.FinishReason == ChatFinishReason.ContentFilter ? ModelFault.ContentFiltered : ModelFault.Refused);
            }

            isFinished |= update.FinishReason is not null;
            hasText |= update.Text.Length > 0;
            yield return update;
        }

        // A connection that closes in good order in mid-sentence looks like an end.
        if (!isFinished || !hasText)
        {
            throw new ModelFaultException(ModelFault.Broken);
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception fault) when (IsOfTheModel(fault, cancellationToken))
        {
            throw Mapped(fault);
        }
    }

    private static bool IsOfTheModel(Exception fault, CancellationToken cancellationToken) =>
        fault is not ModelFaultException && !(fault is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private ModelFaultException Mapped(Exception fault) => fault switch
    {
        OperationCanceledException => new(ModelFault.TimedOut),
        ClientResultException refused => new(KindOf(refused.Status), After(refused)),
        Azure.RequestFailedException or Azure.Identity.AuthenticationFailedException => new(ModelFault.Unauthorised),
        HttpRequestException => new(ModelFault.Unreachable),
        // What the SDK can't read of an answer comes as all kinds of exceptions.
        _ => new(ModelFault.Broken),
    };

    private static ModelFault KindOf(int status) => status switch
    {
        0 => ModelFault.Unreachable,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => ModelFault.Unauthorised,
        StatusCodes.Status404NotFound => ModelFault.NotFound,
        StatusCodes.Status408RequestTimeout => ModelFault.TimedOut,
        StatusCodes.Status429TooManyRequests => ModelFault.RateLimited,
        >= StatusCodes.Status500InternalServerError => ModelFault.ServerError,
        >= StatusCodes.Status400BadRequest => ModelFault.Refused,
        _ => ModelFault.Broken,
    };

    private TimeSpan? After(ClientResultException fault)
    {
        if (fault.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) != true || value is null)
        {
            return null;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) ? at - time.GetUtcNow()
            : null;
    }
}
