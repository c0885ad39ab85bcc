using System.Text.Json;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Reading;
using PracticeBot.Tests.Content;
using Shouldly;

namespace PracticeBot.Tests.Reading;

/// <summary>Invented clients of one moment each, of very different feeling; some thin, without meaning words.</summary>
internal static class MiniClients
{
    private static readonly EmbeddedAssessor Assessor = new();

    private static readonly Lazy<IReadOnlyDictionary<string, Persona>> Known = new(Load);

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "PracticeBot.Tests", "Reading");

    public static IReadOnlyDictionary<string, Persona> All => Known.Value;

    public static Persona Edith => All["edith"];

    public static ReplyInContext Hears(this Persona client, string reply) => new()
    {
        Persona = client,
        Moment = client.Layers[0],
        ClientLine = client.Layers[0].Says[0],
        Reply = reply,
        Distress = client.StartDistress,
    };

    public static Decision Judges(this Persona client, string reply) =>
        TurnDecider.Decide(client, ClientState.Fresh(client), Assessor.Assess(client.Hears(reply)));

    /// <summary>What is found in a reply that can be read.</summary>
    public static Assessment Finds(this ReplyInContext reply) => ((AssessmentResult.Judged)Assessor.Assess(reply)).Assessment;

    public static Assessment Finds(this Persona client, string reply) => client.Hears(reply).Finds();

    /// <summary>A client made in a test.</summary>
    public static Persona Client(
        string says, EmotionFamily primary, int intensity, string meaning, IReadOnlyList<string>? meaningWords = null, IReadOnlyList<EmotionFamily>? secondary = null)
    {
        PersonaId.TryParse("nell", out var id).ShouldBeTrue();
        var layer = new Layer
        {
            Id = "m1",
            Says = [says],
            Feels = new FeltEmotion(primary, new Intensity(intensity), secondary ?? []),
            Meaning = meaning,
            MeaningWords = meaningWords ?? [],
        };
        return new Persona
        {
            Id = id, Name = "Nell", About = new About(null, null, "A client of the tests."), Tendency = Tendency.Guarded, Voice = "Plain.",
            Layers = [layer, layer with { Id = "m2" }],
        };
    }

    private static Dictionary<string, Persona> Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "mini-clients.json")));
        return document.RootElement.EnumerateArray().Select(Read).ToDictionary(client => client.Id.Value, StringComparer.Ordinal);
    }

    private static Persona Read(JsonElement entry)
    {
        var client = Client(
            Text("says"),
            Family(Text("primary")),
            entry.GetProperty("intensity").GetInt32(),
            Text("meaning"),
            Texts("meaningWords"),
            [.. Texts("secondary").Select(Family)]);
        PersonaId.TryParse(Text("id"), out var id).ShouldBeTrue();
        return client with { Id = id, Name = Text("id"), StartDistress = entry.GetProperty("distress").GetInt32() };

        string Text(string name) => entry.GetProperty(name).GetString()!;
        List<string> Texts(string name) => [.. entry.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
        static EmotionFamily Family(string name) => Enum.Parse<EmotionFamily>(name, ignoreCase: true);
    }
}
