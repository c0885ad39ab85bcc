using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;

namespace PracticeBot.Turns;

/// <summary>Gives the client words: the author's, or a language model's.</summary>
public interface IClientVoice
{
    /// <summary>Speaks the line on the stage, as far as it is streamed there, and returns what was heard of it.</summary>
    Task<SaidLine> SpeakAsync(Persona persona, Directive directive, VoiceContext context, TurnStage stage, CancellationToken cancellationToken);
}

/// <param name="Line">What was said.</param>
/// <param name="Work">What a model did for it; null where none was asked.</param>
public sealed record SaidLine(SpokenLine Line, ModelWork? Work);
