using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Reading;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>The practice with one client, without a host.</summary>
/// <param name="Pipeline">May begin at once.</param>
/// <param name="Listening">Ends when the client hears as well as she ever will; a reply played before that may be answered otherwise.</param>
internal sealed record PracticeParts(TurnPipeline Pipeline, Task Listening)
{
    public static PracticeParts For(Persona persona)
    {
        var encoder = new EncoderSource(EncoderFolder.Path);
        var client = new ScriptedClient(encoder);
        return new(new TurnPipeline(new EmbeddedAssessor(), client), ListenAsync(client, persona, encoder));
    }

    private static async Task ListenAsync(ScriptedClient client, Persona persona, EncoderSource encoder)
    {
        await Task.Run(encoder.Load);
        await client.WarmAsync(persona);
    }
}
