using Microsoft.Extensions.Options;
using PracticeBot.Channels.BotConnector;
using PracticeBot.Channels.Conversations;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Content;
using PracticeBot.Content.Prompts;
using PracticeBot.Hosting;
using PracticeBot.Models;
using PracticeBot.MyData;
using PracticeBot.Pages;
using PracticeBot.Practice;
using PracticeBot.Storage;

namespace PracticeBot;

/// <summary>The host: one line for each feature.</summary>
public static class PracticeHost
{
    private const int BadContent = 1;
    private const int BadSettings = 2;

    /// <param name="args">Settings, as <c>--Key:Sub=value</c>.</param>
    /// <param name="configure">Adds to the host or replaces parts of it before it is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args, ContentRootPath = AppContext.BaseDirectory,
        });
        KnownSettings.Check(builder.Configuration);
        builder.UseDefaultAddress();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddKnownProxies();
        builder.Services.AddProblems();
        builder.Services.AddPersonas();
        builder.Services.AddPrompts();
        builder.Services.AddModel(builder.Configuration);
        builder.Services.AddPracticeStorage();
        builder.Services.AddConversations();
        builder.Services.AddBotConnector();
        builder.Services.AddDirectLine();
        builder.Services.AddPractice();
        builder.Services.AddMyData();
        builder.Services.AddLearnerPages();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseKnownProxies();
        app.UseProblems();
        app.UseSecurityHeaders();
        app.UseLinkCodes();
        app.MapHealth();
        app.MapBotConnector();
        app.MapDirectLine();
        app.MapLearnerPages();
        app.MapProgressPages();
        app.MapMyData();
        app.AnnounceOnStart();
        return app;
    }

    /// <summary>
    /// Runs until it is stopped. A wrong setting, an address or a file that can't be had, or a fault in a shipped persona or a
    /// prompt is told in plain words and ends the program.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            HostArguments.Check(args);
            // What keeps the host from starting is told below, once.
            await using var app = Build(args, builder => builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None));
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredService<PersonaLibrary>();
            await StartAsync(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception fault) when (WrongSettings.In(fault) is { } sentences)
        {
            foreach (var sentence in sentences)
            {
                await Console.Error.WriteLineAsync(sentence);
            }

            return BadSettings;
        }
        catch (Exception fault) when (fault is FaultyShippedPersonaException or FaultyPromptException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return BadContent;
        }
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (ListenAddresses.TroubleIn(fault, app) is { } trouble)
        {
            throw ListenAddresses.Setting.Wrong(trouble);
        }
    }
}
