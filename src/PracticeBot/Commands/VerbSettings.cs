using PracticeBot.Hosting;

namespace PracticeBot.Commands;

/// <summary>The host's settings, for verbs that run without one.</summary>
internal static class VerbSettings
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Names each key that is wrong.</exception>
    public static IConfiguration Read(CommandConsole console)
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(console.Settings)
            .Build();
        KnownSettings.Check(settings);
        return settings;
    }
}
