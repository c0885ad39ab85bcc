using Microsoft.Extensions.Localization;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.Models;
using PracticeBot.Practice;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>One talk at the keyboard. Nothing of it is stored.</summary>
internal sealed class TerminalChat(
    CommandConsole console, Persona persona, PracticeParts practice, ModelOptions model, IStringLocalizer<ChatText> text, TerminalWords words, SafetyOptions safety)
{
    private const string Indent = "    ";
    private const string Quit = "quit";

    private readonly List<PlayedTurn> turns = [];
    private PracticeMode mode;
    private string? held;
    private bool isPaused;

    /// <summary>Taken at the moment that waits.</summary>
    private int hints;

    /// <summary>The talk before the last reply; null before the first.</summary>
    private Encounter? moment;

    private Encounter encounter = null!;

    public async Task RunAsync(PracticeMode begins, CancellationToken cancellationToken)
    {
        mode = begins;
        encounter = practice.Pipeline.Begin(persona, Random.Shared.Next());
        Introduce();
        Say(encounter.Lines[0]);

        while (!encounter.State.HasLeft)
        {
            if (console.IsInteractive)
            {
                await console.Out.WriteAsync("> ");
            }

            if (await console.In.ReadLineAsync(cancellationToken) is not { } line)
            {
                break;
            }

            await practice.Listening.WaitAsync(cancellationToken);
            var outcome = await AnswerAsync(line.Trim(), cancellationToken);
            if (outcome == Outcome.EndsUnscored)
            {
                return;
            }

            if (outcome == Outcome.Ends)
            {
                break;
            }
        }

        Coach([.. words.Debrief(LookingBack(encounter))]);
    }

    private async Task<Outcome> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        if ((ChatCommand.TryParse(line, _ => false, out var command) && !(command.Kind == CommandKind.Unknown && RiskScreen.Find(line) is not null)) || string.Equals(line, Quit, StringComparison.OrdinalIgnoreCase))
        {
            return await ObeyAsync(command, cancellationToken);
        }

        if (held is not null)
        {
            Coach(text["SafetyChoice"]);
        }
        else if (isPaused && RiskScreen.Find(line) is not null)
        {
            Coach(text["SafetyHitWhilePaused"], safety.For(null) ?? text["SafetyNoResources"], text["StillPaused", persona.Name]);
        }
        else if (isPaused)
        {
            Coach(text["StillPaused", persona.Name]);
        }
        else if (RiskScreen.Find(line) is not null)
        {
            held = line;
            Coach(text["SafetyHit"], safety.For(null) ?? text["SafetyNoResources"], text["SafetyChoice"]);
        }
        else
        {
            await PlayAsync(line, cancellationToken);
        }

        return Outcome.GoesOn;
    }

    private async Task<Outcome> ObeyAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        switch (command.Kind)
        {
            case CommandKind.End:
            case CommandKind.Unknown when string.Equals(command.Argument, Quit, StringComparison.OrdinalIgnoreCase):
                return Outcome.Ends;
            case CommandKind.StopHere when held is not null:
                Coach(text["SafetyStopped"]);
                return Outcome.EndsUnscored;
            case CommandKind.PartOfRolePlay when held is { } reply:
                held = null;
                await PlayAsync(reply, cancellationToken);
                break;
            case CommandKind.Again when held is null && !isPaused && moment is { } before:
                if (!ReferenceEquals(encounter, before))
                {
                    turns.RemoveAt(turns.Count - 1);
                    encounter = before;
                }

                Say(encounter.Lines[^1]);
                break;
            case CommandKind.Again when held is null && !isPaused:
                Coach(text["NothingToTakeAgain", persona.Name]);
                break;
            case CommandKind.Hint when held is null && !isPaused:
                hints = Math.Min(hints + 1, Core.Coaching.Hint.Steps);
                Coach(PracticeHelp.HintAt(encounter, hints, text));
                break;
            case CommandKind.Example when held is null && !isPaused:
                Coach(moment is null ? text["ExampleAfterFirst", persona.Name] : text["Example", ModelReply.For(persona, moment.State, text)]);
                break;
            case CommandKind.Silence when held is null && !isPaused:
                await PlayAsync(string.Empty, cancellationToken);
                break;
            case CommandKind.FeedbackOn:
                mode = PracticeMode.Guided;
                Coach(text["FeedbackOn"]);
                break;
            case CommandKind.FeedbackOff:
                mode = PracticeMode.Quiet;
                Coach(text["FeedbackOff"]);
                break;
            case CommandKind.Pause:
                isPaused = true;
                Coach(text["Paused", persona.Name]);
                break;
            case CommandKind.Resume when isPaused:
                isPaused = false;
                Coach(text["Resumed", persona.Name]);
                Say(encounter.Lines[^1]);
                break;
            case CommandKind.Resume:
                Coach(text["NotPaused"]);
                break;
            case CommandKind.PartOfRolePlay or CommandKind.StopHere:
                Coach(text["SafetyNothingHeld"]);
                break;
            case CommandKind.Help:
                Coach(CommandTexts.ChatHelp);
                break;
            default:
                Coach(text["UnknownCommand"], CommandTexts.ChatHelp);
                break;
        }

        return Outcome.GoesOn;
    }

    private async Task PlayAsync(string reply, CancellationToken cancellationToken)
    {
        var played = await practice.Pipeline.PlayAsync(encounter, reply, TurnStage.Unwatched, cancellationToken);
        if (played.Line is not { } line)
        {
            var reason = played.Result is Core.Assessments.AssessmentResult.Unavailable unavailable ? unavailable.Reason.ToString() : "Unreadable";
            Coach(text[reason, persona.Name]);
            return;
        }

        turns.Add(played);
        moment = encounter;
        hints = 0;
        Say(line.Text);
        if (mode == PracticeMode.Guided && played.Feedback is { } feedback)
        {
            Coach([.. words.Feedback(feedback, reply)]);
        }

        encounter = encounter.After(played);
    }

    private void Introduce()
    {
        List<string> lines = [text["Simulated", persona.Name]];
        if (persona.ContentNotes.Count > 0)
        {
            lines.Add(text["ContentNotes", string.Join("; ", persona.ContentNotes)]);
        }

        lines.Add(PracticeMessages.WhereItGoes(text, model));
        lines.Add(CommandTexts.NothingKept);
        lines.Add(CommandTexts.ChatHelp);
        Coach([.. lines]);
    }

    private LookBack LookingBack(Encounter encounter) => new(
        persona.Name,
        persona.Id.Value,
        encounter.State.Layer + 1,
        persona.Layers.Count,
        PracticeObject.Shown(persona.StartTrust),
        PracticeObject.Shown(encounter.State.Trust),
        turns.Sum(turn => turn.Events.OfType<ClientEvent.RuptureOpened>().Count()),
        turns.Sum(turn => turn.Events.OfType<ClientEvent.RuptureRepaired>().Count(over => over.IsRepair)),
        turns.Sum(turn => turn.Events.OfType<ClientEvent.RuptureRepaired>().Count(over => !over.IsRepair)),
        turns.CountBy(turn => turn.Decision.Verdict).ToDictionary(),
        turns.Where(turn => turn.Decision.Verdict == Core.Assessments.Verdict.Attuned).MaxBy(turn => turn.Decision.Level)?.Reply,
        Worth: null,
        Unseen: null,
        encounter.State.HasLeft);

    private void Say(string line)
    {
        console.Out.WriteLine($"{persona.Name}: {line}");
        console.Out.WriteLine();
    }

    /// <summary>Set in, so that nobody takes the coach for the client; marks of emphasis are for pages.</summary>
    private void Coach(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            console.Out.WriteLine(Indent + line.Replace("**", string.Empty, StringComparison.Ordinal));
        }

        console.Out.WriteLine();
    }

    private enum Outcome
    {
        GoesOn,
        Ends,
        EndsUnscored,
    }
}
