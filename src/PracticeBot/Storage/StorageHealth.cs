using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PracticeBot.Storage;

/// <summary>The store answers a question.</summary>
internal sealed class StorageHealth(IDbContextFactory<PracticeDb> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Learners.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
