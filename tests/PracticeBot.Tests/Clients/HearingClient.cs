using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Turns;
using Shouldly;

namespace PracticeBot.Tests.Clients;

/// <summary>A client that hears, loaded once for a class of tests.</summary>
public sealed class HearingClient
{
    private readonly ScriptedClient client = new(Loaded());

    /// <summary>Asked something, at a trust that allows everything.</summary>
    public async Task<SpokenLine> AnswersAsync(Persona persona, string question)
    {
        await client.WarmAsync(persona);
        return client.Speak(persona, Hearing.To(Reaction.Answer, Causes.OpenQuestion, trust: 100), new VoiceContext { Reply = question, Seed = 1 });
    }

    /// <summary>In a talk that has gone on for a while.</summary>
    public async Task<SpokenLine> SpeaksAsync(Persona persona, Directive directive, VoiceContext context)
    {
        await client.WarmAsync(persona);
        return client.Speak(persona, directive, context);
    }

    /// <summary>Met in what she means.</summary>
    public async Task<SpokenLine> GoesOnAsync(Persona persona, string reply, int layer, int seed)
    {
        await client.WarmAsync(persona);
        return GoesOn(client, persona, reply, layer, seed);
    }

    public static SpokenLine GoesOn(ScriptedClient client, Persona persona, string reply, int layer, int seed) =>
        client.Speak(persona, Hearing.To(Reaction.Continue, Causes.Meaning, layer), new VoiceContext { Reply = reply, Seed = seed });

    private static EncoderSource Loaded()
    {
        var source = new EncoderSource(EncoderFolder.Path);
        source.Load().ShouldBeOfType<EncoderState.Ready>();
        return source;
    }
}
