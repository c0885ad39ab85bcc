using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PracticeBot.Hosting;

/// <summary>
/// Live: the process serves. Ready: every registered check says so; one that is merely degraded (a model that does not answer: the
/// embedded path serves) stands in the body and changes nothing.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = Word(report.Status),
        checks = report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new { status = Word(entry.Value.Status), detail = Detail(entry.Value) },
            StringComparer.Ordinal),
    });

    // A check that threw is described by its exception's text, and this page is public.
    private static string? Detail(HealthReportEntry entry) => entry.Exception is null ? entry.Description : null;

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "degraded",
        _ => "unready",
    };
}
