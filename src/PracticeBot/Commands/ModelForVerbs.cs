using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Console;
using PracticeBot.Content.Prompts;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;
using PracticeBot.Hosting;
using PracticeBot.Models;
using PracticeBot.Models.Assessing;
using PracticeBot.Models.Speaking;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>The model as the host has it, for the verbs: by the same settings, with the same prompts.</summary>
internal sealed class ModelForVerbs : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ModelForVerbs(ServiceProvider services) => _services = services;

    public ModelOptions Options => _services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ModelOptions>>().Value;

    public IChatClient Chat => _services.GetRequiredService<IChatClient>();

    public PromptLibrary Prompts => _services.GetRequiredService<PromptLibrary>();

    public IAssessor Assessor => ActivatorUtilities.CreateInstance<ModelAssessor>(_services);

    public IClientVoice Voice => ActivatorUtilities.CreateInstance<ModelVoice>(_services);

    /// <summary>
    /// From appsettings.json beside the program and the environment. What is wrong with them, and that no model is configured, is told on
    /// the console.
    /// </summary>
    /// <param name="option">The option that asks for a model.</param>
    /// <returns>Null where there is none.</returns>
    public static ModelForVerbs? Open(CommandConsole console, string option, EncoderSource encoder, JudgeSource judge, ScriptedClient client)
    {
        try
        {
            var settings = VerbSettings.Read(console);
            var services = new ServiceCollection()
                .AddSingleton(settings)
                .AddSingleton(TimeProvider.System)
                .AddLogging(logging => logging
                    .SetMinimumLevel(LogLevel.Warning)
                    .AddSimpleConsole(options => options.SingleLine = true)
                    .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace))
                .AddSingleton(encoder)
                .AddSingleton(judge)
                .AddSingleton(client)
                .AddPrompts()
                .AddModel(settings)
                .AddJudgingAndSpeaking()
                .BuildServiceProvider();
            var model = new ModelForVerbs(services);
            if (model.Options.IsConfigured)
            {
                _ = model.Prompts;
                return model;
            }

            console.Error.WriteLine(CommandTexts.NoModel(option));
        }
        catch (FaultyPromptException fault)
        {
            console.Error.WriteLine(fault.Message);
        }
        catch (Exception fault) when (WrongSettings.In(fault) is { } sentences)
        {
            foreach (var sentence in sentences)
            {
                console.Error.WriteLine(sentence);
            }
        }

        return null;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
