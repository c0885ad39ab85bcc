using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Core.Personas;
using PracticeBot.Models;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>Sends what a client says, as fast as someone in their state would type it.</summary>
internal sealed class ClientLines(IOptions<PracticeOptions> options, IOptions<ModelOptions> model, TimeProvider time)
{
    private bool IsPaced => options.Value.Pacing == Pacing.Natural;

    /// <summary>Where the next turn is played before the learner.</summary>
    public LineStage StageFor(TurnContext turn, Encounter encounter) =>
        new(turn, encounter.Persona, encounter.State.Distress, IsPaced, model.Value.TimeBudget, time);

    /// <param name="distress">The client's, 0 to 100.</param>
    /// <param name="actions">The learner's buttons, where nothing is sent behind it; else null.</param>
    /// <param name="stage">Where the line was spoken; null where nobody waited for it.</param>
    public void Send(
        TurnContext turn, Persona persona, string line, PracticeObject practice, double distress, SuggestedActions? actions, LineStage? stage = null)
    {
        var activity = PracticeMessages.Line(persona, line, practice) with { SuggestedActions = actions };
        Send(turn, activity, line, distress, stage);
    }

    /// <param name="said">The line as it is sent.</param>
    public void Send(TurnContext turn, Activity said, string line, double distress, LineStage? stage) =>
        turn.Send(stage?.Close(said) ?? said, PaceOf(line, distress, stage));

    private Pace PaceOf(string line, double distress, LineStage? stage)
    {
        if (stage is { HasShown: true })
        {
            return new Pace(stage.BeforeItsEnd, ShowsTyping: false);
        }

        if (!IsPaced)
        {
            return default;
        }

        var left = ClientPace.For(line, distress) - (stage?.Waited ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? Pace.Typing(left) : default;
    }
}
