using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace PracticeBot.Models;

/// <summary>Whether the model is asked at present. Without it the embedded parts serve: the host is ready all the same.</summary>
internal sealed class ModelHealth(IOptions<ModelOptions> options, CircuitBreakerStateProvider circuit) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var model = $"{options.Value.Name} at {options.Value.Host}";
        return Task.FromResult(circuit.CircuitState == CircuitState.Closed
            ? HealthCheckResult.Healthy(model)
            : HealthCheckResult.Degraded($"{model} does not answer; the embedded assessor and the scripted client serve"));
    }
}
