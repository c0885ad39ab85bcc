namespace PracticeBot.Content;

/// <summary>Puts the personas into the host.</summary>
public static class ContentServices
{
    /// <summary>Reads them before the first request and watches them; a fault in a shipped one keeps the host from starting.</summary>
    public static IServiceCollection AddPersonas(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(_ => PersonaFolder.Standard());
        services.AddSingleton<PersonaLibrary>();
        services.AddHostedService<PersonaWatch>();
        services.AddHealthChecks().AddCheck<PersonaHealth>("personas");
        return services;
    }
}
