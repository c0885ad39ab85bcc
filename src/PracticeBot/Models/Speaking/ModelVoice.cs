using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using PracticeBot.Content.Prompts;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Turns;

namespace PracticeBot.Models.Speaking;

/// <summary>
/// A client who improvises: a language model finds the words for what the rules decided, with the author's own line for the turn before
/// it. Each sentence is shown once it has passed its checks; where one fails twice, or the model does, the author's line goes on.
/// </summary>
internal sealed class ModelVoice(
    IChatClient chat, PromptLibrary prompts, ScriptedClient client, LineGuard guard, IOptions<ModelOptions> options, ModelMeter meter, TimeProvider time) : IClientVoice
{
    private const int Tries = 2;

    /// <summary>Hears by words alone, in no time.</summary>
    private readonly ScriptedClient _byWords = new();

    public async Task<SaidLine> SpeakAsync(
        Persona persona, Directive directive, VoiceContext context, TurnStage stage, CancellationToken cancellationToken)
    {
        // What was asked is worth hearing well: it may have a fact for an answer. Else the guide need not fit to a hair, the model does.
        var script = (directive.Reaction == Reaction.Answer ? client : _byWords).Speak(persona, directive, context);
        if (directive.Reaction is Reaction.OutOfRole)
        {
            // Who steps out of the role does it in words that somebody has weighed.
            return new SaidLine(script, Work: null);
        }

        var prompt = prompts[PromptContracts.Client];
        var work = new ModelWork { Model = options.Value.Name!, Prompt = prompt.Version };
        var line = new GrowingLine(guard, GuardedLine.For(persona, directive, context, script), stage);
        using var deadline = new Deadline(stage.Left, time, cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stage.Stopped);
        for (var attempt = 1; attempt <= Tries && !line.IsWhole; attempt++)
        {
            var values = ClientPrompt.Values(persona, directive, context, script, line.Text);
            var call = new StreamedCall(chat, prompt.Render(values), prompt.Options());
            string? fault;
            try
            {
                fault = (await line.GrowAsync(call.TextAsync(either.Token)))?.ToString();
            }
            catch (ModelFaultException failed)
            {
                fault = failed.Kind.ToString();
                attempt = Tries;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                fault = deadline.HasPassed ? nameof(ModelFault.TimedOut) : null;
                attempt = Tries;
            }

            work = work.Plus(call.Usage, options.Value.Prices) with { Calls = work.Calls + 1, Fault = fault };
        }

        if (!line.IsWhole && !stage.Stopped.IsCancellationRequested)
        {
            line.GoOnWith(script.Text);
            meter.GoneOn(work.Fault ?? string.Empty);
        }

        var heard = await stage.HeardAsync(line.Text.Length > 0 ? line.Text : script.Text);
        return new SaidLine(
            script.InOtherWords(heard),
            work with { Stopped = stage.Stopped.IsCancellationRequested });
    }
}
