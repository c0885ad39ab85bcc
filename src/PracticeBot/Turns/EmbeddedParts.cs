using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Reading;

namespace PracticeBot.Turns;

/// <summary>The assessor that needs no model.</summary>
internal sealed class EmbeddedJudging(EmbeddedAssessor assessor) : IAssessor
{
    public Task<Judging> AssessAsync(ReplyInContext reply, TurnStage stage, CancellationToken cancellationToken) =>
        Task.FromResult(Judging.AtOnce(assessor.Assess(reply)));
}

/// <summary>The voice that needs no model: the line stands at once, so that nothing of it is streamed.</summary>
internal sealed class ScriptedVoice(ScriptedClient client) : IClientVoice
{
    public Task<SaidLine> SpeakAsync(Persona persona, Directive directive, VoiceContext context, TurnStage stage, CancellationToken cancellationToken) =>
        Task.FromResult(new SaidLine(client.Speak(persona, directive, context), Work: null));
}
