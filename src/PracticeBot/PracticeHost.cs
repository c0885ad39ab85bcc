using Microsoft.Extensions.Options;
using PracticeBot.Channels.BotConnector;
using PracticeBot.Channels.Conversations;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Content;
using PracticeBot.Hosting;
using PracticeBot.Pages;
using PracticeBot.Practice;
using PracticeBot.Storage;

namespace PracticeBot;

/// <summary>The host: one line for each feature.</summary>
public static class PracticeHost
{
    private const int BadPersonas = 1;
    private const int BadSettings = 2;

    /// <param name="args">Settings, as <c>--Key:Sub=value</c>.</param>
    /// <param name="configure">Adds to the host or replaces parts of it before it is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args, ContentRootPath = AppContext.BaseDirectory,
        });
        builder.UseDefaultAddress();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddKnownProxies();
        builder.Services.AddProblems();
        builder.Services.AddPersonas();
        builder.Services.AddPracticeStorage();
        builder.Services.AddConversations();
        builder.Services.AddBotConnector();
        builder.Services.AddDirectLine();
        builder.Services.AddPractice();
        builder.Services.AddLearnerPages();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseKnownProxies();
        app.UseProblems();
        app.UseSecurityHeaders();
        app.MapHealth();
        app.MapBotConnector();
        app.MapDirectLine();
        app.MapLearnerPages();
        app.AnnounceOnStart();
        return app;
    }

    /// <summary>Runs until it is stopped. A wrong setting or a fault in a shipped persona is told in plain words and ends the program.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredService<PersonaLibrary>();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException fault)
        {
            foreach (var sentence in fault.Failures)
            {
                await Console.Error.WriteLineAsync(sentence);
            }

            return BadSettings;
        }
        catch (FaultyShippedPersonaException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return BadPersonas;
        }
    }
}
