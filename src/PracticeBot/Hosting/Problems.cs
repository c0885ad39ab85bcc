namespace PracticeBot.Hosting;

/// <summary>Every error leaves as problem details (RFC 9457), also those that no endpoint thought of.</summary>
internal static class Problems
{
    public static IServiceCollection AddProblems(this IServiceCollection services) =>
        services.AddProblemDetails().AddExceptionHandler<FaultHandler>();

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}
