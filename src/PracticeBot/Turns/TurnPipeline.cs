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
public sealed class TurnPipeline(IAssessor assessor, IClientVoice voice, ScriptedClient client)
{
    /// <summary>The one that needs no model.</summary>
    public static TurnPipeline Embedded(EmbeddedAssessor assessor, ScriptedClient client) =>
        new(new EmbeddedJudging(assessor), new ScriptedVoice(client), client);

    /// <summary>The client says the first thing, in the author's words.</summary>
    /// <param name="layer">Index of the layer at which the talk begins; a drill may begin at any.</param>
    public Encounter Begin(Persona persona, int seed, int layer = 0)
    {
        var opening = client.Open(persona, new VoiceContext { Seed = seed }, layer);
        var state = TurnReducer.Fold(ClientState.FreshAt(persona, layer), new ClientEvent.ClientSpoke(opening.Discloses, opening.Asks), persona.Rubric);
        return new Encounter { Persona = persona, State = state, Lines = [opening.Text], Spoken = [.. opening.Templates], Seed = seed };
    }

    public async Task<PlayedTurn> PlayAsync(Encounter encounter, string reply, TurnStage stage, CancellationToken cancellationToken)
    {
        var persona = encounter.Persona;
        var before = encounter.State;

        // What decides comes first; evidence and reasons are read on while the client speaks.
        var judging = await assessor.AssessAsync(encounter.InContext(reply), stage, cancellationToken);

        var decision = TurnDecider.Decide(persona, before, judging.Deciding);
        if (decision.Directive is null)
        {
            return PlayedTurn.WithoutAnswer(reply, judging.Deciding, decision, before);
        }

        var said = await voice.SpeakAsync(persona, decision.Directive, encounter.ForVoice(reply), stage, cancellationToken);

        ClientEvent[] events = [.. decision.Events, new ClientEvent.ClientSpoke(said.Line.Discloses, said.Line.Asks)];
        var after = TurnReducer.Fold(before, events, persona.Rubric);

        var judged = await judging.Whole;
        var feedback = judged.Result is AssessmentResult.Judged { Assessment: var assessment }
            ? CoachPolicy.FeedbackOn(reply, assessment, decision, after, persona)
            : null;

        return new PlayedTurn(reply, judged.Result, decision, events, before, after, said.Line, feedback)
        {
            AssessorWork = judged.Work,
            VoiceWork = said.Work,
        };
    }
}
