using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PracticeBot.Models.Gateway;

/// <summary>Measures each call by OpenTelemetry's names for generative models. Nothing of what was said, and no talk's id, is among it.</summary>
internal sealed class Metering : DelegatingChatClient
{
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _toFirst;
    private readonly Counter<double> _cost;
    private readonly KeyValuePair<string, object?>[] _attributes;

    public Metering(IChatClient inner, ModelOptions options, IMeterFactory meters, TimeProvider time)
        : base(inner)
    {
        (_options, _time) = (options, time);
        var meter = meters.Create(ModelMeter.Name);
        _tokens = meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens of a call.");
        _duration = meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "How long a call took.");
        _toFirst = meter.CreateHistogram<double>("gen_ai.server.time_to_first_token", "s", "How long until something of the answer came.");
        _cost = meter.CreateCounter<double>("practicebot.model.cost", "{currency}", "What calls cost, at the configured prices.");
        _attributes =
        [
            new("gen_ai.operation.name", "chat"),
            new("gen_ai.provider.name", options.Provider == ModelProvider.AzureOpenAI ? "azure.ai.openai" : "openai"),
            new("gen_ai.request.model", options.Name),
            new("server.address", options.Host),
        ];
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var began = _time.GetTimestamp();
        string? fault = null;
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            Count(ModelUsage.Of(response.Usage));
            return response;
        }
        catch (Exception failed)
        {
            fault = FaultOf(failed);
            throw;
        }
        finally
        {
            Ended(began, fault);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var began = _time.GetTimestamp();
        var (usage, hasBegun, fault) = (ModelUsage.None, false, "_OTHER");
        try
        {
            await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                bool isThere;
                try
                {
                    isThere = await updates.MoveNextAsync();
                }
                catch (Exception failed)
                {
                    fault = FaultOf(failed);
                    throw;
                }

                if (!isThere)
                {
                    break;
                }

                if (!hasBegun && updates.Current.Text.Length > 0)
                {
                    hasBegun = true;
                    _toFirst.Record(_time.GetElapsedTime(began).TotalSeconds, _attributes);
                }

                usage += ModelUsage.Of(updates.Current);
                yield return updates.Current;
            }

            fault = null;
        }
        finally
        {
            Count(usage);
            Ended(began, fault);
        }
    }

    private static string FaultOf(Exception fault) => fault is ModelFaultException known ? known.Kind.ToString() : "cancelled";

    private void Count(ModelUsage usage)
    {
        if (usage != ModelUsage.None)
        {
            _tokens.Record(usage.Input, [.. _attributes, new("gen_ai.token.type", "input")]);
            _tokens.Record(usage.Output, [.. _attributes, new("gen_ai.token.type", "output")]);
            if (usage.CostAt(_options.Prices) is { } cost)
            {
                _cost.Add((double)cost, _attributes);
            }
        }
    }

    private void Ended(long began, string? fault) =>
        _duration.Record(_time.GetElapsedTime(began).TotalSeconds, fault is null ? _attributes : [.. _attributes, new("error.type", fault)]);
}
