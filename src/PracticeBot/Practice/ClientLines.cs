using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Core.Personas;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>Sends what a client says, as fast as someone in their state would type it.</summary>
internal sealed class ClientLines(PracticeMessages messages, IOptions<PracticeOptions> options)
{
    /// <param name="distress">The client's, 0 to 100.</param>
    /// <param name="isLast">Nothing is sent behind it: it carries the learner's buttons.</param>
    public void Send(TurnContext turn, Persona persona, string line, PracticeObject practice, double distress, bool isLast)
    {
        var activity = PracticeMessages.Line(persona, line, practice);
        var pace = options.Value.Pacing == Pacing.Natural ? Pace.Typing(ClientPace.For(line, distress)) : default;
        turn.Send(isLast ? activity with { SuggestedActions = messages.DuringTalk() } : activity, pace);
    }
}
