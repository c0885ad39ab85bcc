using System.CommandLine;
using Microsoft.Extensions.Localization;
using PracticeBot.Channels.Cards;
using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Hosting;
using PracticeBot.Models;
using PracticeBot.Practice;

namespace PracticeBot.Commands;

/// <summary><c>chat [--persona ID]</c>: practise in the terminal.</summary>
internal static class ChatVerb
{
    public static Command Make(CommandConsole console)
    {
        var persona = new Option<string?>("--persona") { Description = CommandTexts.ChatPersona, HelpName = "ID" };
        var verb = new Command("chat", CommandTexts.Chat) { persona };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(persona), console, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string? wanted, CommandConsole console, CancellationToken cancellationToken)
    {
        IConfiguration settings;
        try
        {
            settings = VerbSettings.Read(console);
        }
        catch (Exception fault) when (WrongSettings.In(fault) is { } sentences)
        {
            foreach (var sentence in sentences)
            {
                await console.Error.WriteLineAsync(sentence);
            }

            return ExitCode.BadUsage;
        }

        await using var services = new ServiceCollection()
            .AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Warning)
                .AddSimpleConsole(options => options.SingleLine = true)
                .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddLocalization()
            .AddSingleton(PersonaFolder.Standard())
            .AddSingleton<PersonaLibrary>()
            .BuildServiceProvider();

        PersonaLibrary library;
        try
        {
            library = services.GetRequiredService<PersonaLibrary>();
        }
        catch (FaultyShippedPersonaException fault)
        {
            await console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Findings;
        }

        var practice = new PracticeOptions();
        PracticeOptions.Read(practice, settings);
        var safety = new SafetyOptions();
        SafetyOptions.Read(safety, settings);
        if (!PersonaId.TryParse(wanted ?? practice.DefaultPersona, out var id) || library.Find(id) is not { } entry)
        {
            await console.Error.WriteLineAsync(CommandTexts.UnknownPersona(
                wanted ?? practice.DefaultPersona, string.Join(", ", library.All.Select(persona => persona.Id.Value))));
            return ExitCode.BadUsage;
        }

        var options = new ModelOptions();
        ModelOptions.Read(options, settings);
        var withModel = options.IsConfigured ? PracticeParts.WithModel(console, "chat", entry.Persona, judges: true, speaks: true) : null;
        if (options.IsConfigured && withModel is null)
        {
            return ExitCode.BadUsage;
        }

        await using var model = withModel?.Model;
        var chat = new TerminalChat(
            console,
            entry.Persona,
            withModel?.Parts ?? PracticeParts.For(entry.Persona),
            options,
            services.GetRequiredService<IStringLocalizer<ChatText>>(),
            new TerminalWords(services.GetRequiredService<IStringLocalizer<CardText>>()),
            safety);
        await chat.RunAsync(practice.Mode, cancellationToken);
        return ExitCode.Done;
    }
}
