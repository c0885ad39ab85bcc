using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>The practice with one client, without a host.</summary>
/// <param name="Pipeline">May begin at once.</param>
/// <param name="Listening">Ends when the client hears as well as she ever will; a reply played before that may be answered otherwise.</param>
internal sealed record PracticeParts(TurnPipeline Pipeline, Task Listening)
{
    private static readonly EncoderSource Encoder = new(EncoderFolder.Path);
    private static readonly JudgeSource Judge = new(Encoder);
    private static readonly ScriptedClient Client = new(Encoder);

    /// <summary>With a model for one part or both; null, and said on the console, where there is none.</summary>
    /// <param name="option">The option that asks for it.</param>
    public static (PracticeParts Parts, ModelForVerbs Model)? WithModel(CommandConsole console, string option, Persona persona, bool judges, bool speaks)
    {
        if (ModelForVerbs.Open(console, option, Encoder, Judge, Client) is not { } model)
        {
            return null;
        }

        var pipeline = new TurnPipeline(
            judges ? model.Assessor : new EmbeddedJudging(new EmbeddedAssessor(Judge)), speaks ? model.Voice : new ScriptedVoice(Client), Client);
        return (new PracticeParts(pipeline, ListenAsync(persona)), model);
    }

    /// <summary>A model for verbs that need no client; null, and said on the console, where there is none.</summary>
    public static ModelForVerbs? Model(CommandConsole console, string option) => ModelForVerbs.Open(console, option, Encoder, Judge, Client);

    public static PracticeParts For(Persona persona) => new(TurnPipeline.Embedded(new EmbeddedAssessor(Judge), Client), ListenAsync(persona));

    /// <summary>The assessor at its best, for those who can wait some tenths of a second.</summary>
    public static EmbeddedAssessor LoadedAssessor()
    {
        Judge.Load();
        return new EmbeddedAssessor(Judge);
    }

    private static async Task ListenAsync(Persona persona)
    {
        await Task.Run(Judge.Load);
        await Client.WarmAsync(persona);
    }
}
