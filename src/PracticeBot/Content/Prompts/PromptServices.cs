namespace PracticeBot.Content.Prompts;

/// <summary>Puts the prompts into the host.</summary>
public static class PromptServices
{
    /// <summary>Reads them before the first request and watches them; a fault in one keeps the host from starting.</summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(_ => PromptFolder.Standard());
        services.AddSingleton<PromptLibrary>();
        services.AddHostedService<PromptWatch>();
        return services;
    }
}
