using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace PracticeBot.Models.Gateway;

/// <summary>
/// Tries again what may go better, waits as long as the provider asks, and asks nothing for a while where too much goes wrong. Once
/// something of a stream has come it is not begun anew: that would be said twice.
/// </summary>
internal sealed class Resilience : DelegatingChatClient
{
    private const int Retries = 2;

    /// <summary>Nobody waits longer than this for a provider who asks for time.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rests = TimeSpan.FromSeconds(15);
    private const double FailureShare = 0.7;
    private const int LeastCalls = 6;

    private readonly ResiliencePipeline _pipeline;

    public Resilience(IChatClient inner, CircuitBreakerStateProvider circuit, TimeProvider time)
        : base(inner)
    {
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder().Handle<ModelFaultException>(fault => fault.IsPassing && !(fault.RetryAfter > LongestAsked)),
                DelayGenerator = retry => ValueTask.FromResult((retry.Outcome.Exception as ModelFaultException)?.RetryAfter),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = FailureShare,
                MinimumThroughput = LeastCalls,
                SamplingDuration = Looked,
                BreakDuration = Rests,
                StateProvider = circuit,
                ShouldHandle = new PredicateBuilder().Handle<ModelFaultException>(fault =>
                    fault.IsPassing || fault.Kind is ModelFault.Unauthorised or ModelFault.NotFound),
            })
            .Build();
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async stopped => await base.GetResponseAsync(messages, options, stopped), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            throw new ModelFaultException(ModelFault.CircuitOpen);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = await BegunAsync(messages, options, cancellationToken);
        do
        {
            yield return updates.Current;
        }
        while (await updates.MoveNextAsync());
    }

    /// <summary>A stream of which the first update is there.</summary>
    private async Task<IAsyncEnumerator<ChatResponseUpdate>> BegunAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async stopped =>
                {
                    // The stream outlives this call: it hears the caller's own token.
                    var updates = InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
                    try
                    {
                        return await updates.MoveNextAsync() ? updates : throw new ModelFaultException(ModelFault.Broken);
                    }
                    catch
                    {
                        await updates.DisposeAsync();
                        throw;
                    }
                },
                cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            throw new ModelFaultException(ModelFault.CircuitOpen);
        }
    }
}
