using System.Text.Json;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Reading;
using PracticeBot.Tests.Content;

namespace PracticeBot.Tests.Judging;

/// <summary>A reply that was judged from the rubric alone, and why. Written before the rules that judge it here.</summary>
internal sealed record JudgedCase(string Id, string Persona, string Moment, string Client, string Reply, string Verdict, int? Level, string Reason)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly EmbeddedAssessor Assessor = new();
    private static readonly Dictionary<string, Persona> Personas = Directory
        .GetFiles(Path.Combine(Repository.Root, "personas"), "*.yaml")
        .Select(file => PersonaReader.Read(File.ReadAllText(file), file).Persona!)
        .ToDictionary(persona => persona.Id.ToString(), StringComparer.Ordinal);

    private static string Folder => Path.Combine(Repository.Root, "tests", "PracticeBot.Tests", "Judging");

    /// <summary>The cases on which two readers agree; those in dispute are named in a file of their own.</summary>
    public static IReadOnlyList<JudgedCase> Agreed { get; } = Load();

    public Verdict Judge(string reply)
    {
        var persona = Personas[Persona];
        var layer = persona.Layers.Select((moment, index) => (moment, index)).Single(pair => pair.moment.Id == Moment).index;
        var state = ClientState.FreshAt(persona, layer);
        var result = Assessor.Assess(new ReplyInContext
        {
            Persona = persona, Moment = persona.Layers[layer], ClientLine = Client, Reply = reply, Distress = state.Distress,
        });
        return TurnDecider.Decide(persona, state, result).Verdict;
    }

    private static List<JudgedCase> Load()
    {
        var disputed = File.ReadAllLines(Path.Combine(Folder, "disputed.txt")).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Directory.GetFiles(Path.Combine(Folder, "cases"), "*.jsonl").Order(StringComparer.Ordinal)
                .SelectMany(File.ReadLines)
                .Select(line => JsonSerializer.Deserialize<JudgedCase>(line, Web)!)
                .Where(judged => !disputed.Contains(judged.Id)),
        ];
    }
}
