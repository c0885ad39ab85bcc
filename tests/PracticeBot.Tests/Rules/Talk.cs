using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Tests.Rules;

/// <summary>A talk by findings alone: no words, the rules only. The client discloses whenever it is met.</summary>
internal sealed class Talk
{
    private static readonly Dictionary<int, double[]> LayersAboveStart = new()
    {
        [4] = [0, 10, 20, 32], [5] = [0, 7, 15, 24, 32], [6] = [0, 5, 10, 18, 25, 32],
    };

    public Talk(Persona persona)
    {
        Persona = persona;
        State = ClientState.Fresh(persona);
        Start = State;
    }

    public Persona Persona { get; }

    public ClientState Start { get; }

    public ClientState State { get; set; }

    public List<ClientEvent> Events { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public Decision Last => Decisions[^1];

    public static Persona Client(Tendency tendency = Tendency.Guarded, int layers = 4, double trust = 45) => new()
    {
        Id = PersonaId.TryParse("test", out var id) ? id : throw new InvalidOperationException(),
        Name = "Test",
        About = new About(40, null, "A client for the rules."),
        Tendency = tendency,
        StartTrust = trust,
        Voice = "Plain.",
        Layers =
        [
            .. LayersAboveStart[layers].Select((above, index) => new Layer
            {
                Id = $"m{index + 1}",
                Says = [$"Layer {index + 1}."],
                Feels = new FeltEmotion(EmotionFamily.Shame, new Intensity(4), [EmotionFamily.Sadness]),
                Meaning = "It is my fault.",
                TrustAboveStart = above,
            }),
        ],
    };

    public Talk Hears(params Assessment[] replies)
    {
        foreach (var reply in replies)
        {
            Hears(Replies.Judged(reply));
        }

        return this;
    }

    public Decision Hears(AssessmentResult reply)
    {
        var decision = TurnDecider.Decide(Persona, State, reply);
        Decisions.Add(decision);
        if (decision.Directive is not null)
        {
            ClientEvent[] events = [.. decision.Events, new ClientEvent.ClientSpoke(true, false)];
            Events.AddRange(events);
            State = TurnReducer.Fold(State, events, Persona.Rubric);
        }

        return decision;
    }
}
