using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Core.Personas;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>Sends what a client says, as fast as someone in their state would type it.</summary>
internal sealed class ClientLines(IOptions<PracticeOptions> options)
{
    /// <param name="distress">The client's, 0 to 100.</param>
    /// <param name="actions">The learner's buttons, where nothing is sent behind it; else null.</param>
    public void Send(TurnContext turn, Persona persona, string line, PracticeObject practice, double distress, SuggestedActions? actions)
    {
        var activity = PracticeMessages.Line(persona, line, practice);
        var pace = options.Value.Pacing == Pacing.Natural ? Pace.Typing(ClientPace.For(line, distress)) : default;
        turn.Send(activity with { SuggestedActions = actions }, pace);
    }
}
