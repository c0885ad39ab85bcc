using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Coaching;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Reading;

namespace PracticeBot.Turns;

/// <summary>
/// One turn, top to bottom: assess the reply, decide what it does, let the client speak, tell the learner. The learner's own
/// safety is looked at before (<see cref="Core.Safety.RiskScreen"/>), storing and sending come after; both are the caller's.
/// </summary>
public sealed class TurnPipeline(EmbeddedAssessor assessor, ScriptedClient client)
{
    /// <summary>The client says the first thing.</summary>
    /// <param name="layer">Index of the layer at which the talk begins; a drill may begin at any.</param>
    public Encounter Begin(Persona persona, int seed, int layer = 0)
    {
        var opening = client.Open(persona, new VoiceContext { Seed = seed }, layer);
        var state = TurnReducer.Fold(ClientState.FreshAt(persona, layer), new ClientEvent.ClientSpoke(opening.Discloses, opening.Asks), persona.Rubric);
        return new Encounter { Persona = persona, State = state, Lines = [opening.Text], Spoken = [.. opening.Templates], Seed = seed };
    }

    public PlayedTurn Play(Encounter encounter, string reply)
    {
        var persona = encounter.Persona;
        var before = encounter.State;

        var result = assessor.Assess(encounter.InContext(reply));

        var decision = TurnDecider.Decide(persona, before, result);
        if (decision.Directive is null || result is not AssessmentResult.Judged { Assessment: var assessment })
        {
            return new PlayedTurn(reply, result, decision, [], before, before, null, null);
        }

        var line = client.Speak(persona, decision.Directive, encounter.ForVoice(reply));

        ClientEvent[] events = [.. decision.Events, new ClientEvent.ClientSpoke(line.Discloses, line.Asks)];
        var after = TurnReducer.Fold(before, events, persona.Rubric);

        var feedback = CoachPolicy.FeedbackOn(reply, assessment, decision, after, persona);

        return new PlayedTurn(reply, result, decision, events, before, after, line, feedback);
    }
}
