using System.Text.Json;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Reading;
using PracticeBot.Tests.Content;

namespace PracticeBot.Tests.Judging;

/// <summary>Replies to shipped clients that were judged by hand against the rubric, one file a client.</summary>
internal static class JudgedCases
{
    /// <summary>Clients on whose cases the rules were tuned.</summary>
    public static readonly IReadOnlyList<string> Tuned = ["maya", "tariq", "rosa", "henrik", "grace"];

    /// <summary>Clients whose cases nobody who wrote rules has read.</summary>
    public static readonly IReadOnlyList<string> HeldOut = ["walter", "minh", "nadia"];

    private static readonly EmbeddedAssessor Assessor = new();

    public static IEnumerable<JudgedCase> Of(IEnumerable<string> clients) => clients.SelectMany(client =>
    {
        var reading = PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", client + ".yaml"));
        var persona = reading.Persona ?? throw new InvalidOperationException($"The persona {client} cannot be read.");
        return File.ReadLines(Path.Combine(Repository.Root, "tests", "PracticeBot.Tests", "Judging", "cases", client + ".jsonl"))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => Read(line, persona));
    });

    /// <summary>The verdict of the rules from a fresh state at the case's moment.</summary>
    public static Decision Judge(this JudgedCase judged, string reply)
    {
        var layer = judged.Persona.Layers.ToList().FindIndex(moment => moment.Id == judged.Moment);
        var state = ClientState.FreshAt(judged.Persona, layer);
        return TurnDecider.Decide(judged.Persona, state, Assessor.Assess(new ReplyInContext
        {
            Persona = judged.Persona,
            Moment = judged.Persona.Layers[layer],
            ClientLine = judged.Client,
            Reply = reply,
            Distress = state.Distress,
        }));
    }

    private static JudgedCase Read(string line, Persona persona)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new JudgedCase(
            persona,
            root.GetProperty("moment").GetString()!,
            root.GetProperty("client").GetString()!,
            root.GetProperty("reply").GetString()!,
            Enum.Parse<Verdict>(root.GetProperty("verdict").GetString()!, ignoreCase: true),
            root.TryGetProperty("level", out var level) && level.ValueKind == JsonValueKind.Number ? level.GetInt32() : null);
    }
}

/// <summary>One reply and what a reader of the rubric made of it.</summary>
internal sealed record JudgedCase(Persona Persona, string Moment, string Client, string Reply, Verdict Verdict, int? Level);
