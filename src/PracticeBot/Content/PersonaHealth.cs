using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PracticeBot.Content;

/// <summary>Ready means that there is a client to meet.</summary>
internal sealed class PersonaHealth(PersonaLibrary library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{library.All.Count} valid, {library.Faulty.Count} faulty");
        return Task.FromResult(library.All.Count > 0 ? HealthCheckResult.Healthy(found) : HealthCheckResult.Unhealthy(found));
    }
}
