using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Reading;
using PracticeBot.Tests.Content;
using PracticeBot.Turns;
using Shouldly;

namespace PracticeBot.Tests.Reading;

/// <summary>A talk with a shipped client, turn by turn through the pipeline.</summary>
internal sealed class RepairTalk
{
    private static readonly Dictionary<string, string> Slips = new(StringComparer.Ordinal)
    {
        ["maya"] = "Don't be silly.",
        ["nadia"] = "You're being selfish, think of the kids.",
        ["walter"] = "At least you had all those years together.",
        ["tariq"] = "Calm down.",
    };

    private readonly TurnPipeline pipeline = TurnPipeline.Embedded(new EmbeddedAssessor(), new ScriptedClient());

    private RepairTalk(Persona persona) => Encounter = pipeline.Begin(persona, seed: 1);

    public Encounter Encounter { get; private set; }

    public static RepairTalk With(string id)
    {
        var path = Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension);
        return new RepairTalk(PersonaReader.ReadFile(path).Persona.ShouldNotBeNull());
    }

    /// <summary>Right after the slip that opens a rupture with this client.</summary>
    public static RepairTalk AfterSlip(string id)
    {
        var talk = With(id);
        talk.Hears(Slips[id]).After.Rupture.IsOpen.ShouldBeTrue();
        return talk;
    }

    public PlayedTurn Hears(string reply)
    {
        var turn = pipeline.PlayAsync(Encounter, reply, TurnStage.Unwatched, CancellationToken.None).GetAwaiter().GetResult();
        Encounter = Encounter.After(turn);
        return turn;
    }

    /// <summary>What was found in a reply that could be read.</summary>
    public static Assessment In(PlayedTurn turn) => ((AssessmentResult.Judged)turn.Result).Assessment;
}
