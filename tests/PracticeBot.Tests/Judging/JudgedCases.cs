using System.Text.Json;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Tests.Content;
using PracticeBot.Turns;
using Shouldly;

namespace PracticeBot.Tests.Judging;

/// <summary>Replies to shipped clients that were judged by hand against the rubric, one file a client.</summary>
internal static class JudgedCases
{
    /// <summary>Clients on whose cases the rules were tuned.</summary>
    public static readonly IReadOnlyList<string> Tuned = ["maya", "tariq", "rosa", "henrik", "grace"];

    /// <summary>Clients whose cases nobody who wrote rules has read.</summary>
    public static readonly IReadOnlyList<string> HeldOut = ["walter", "minh", "nadia"];

    /// <summary>The rules alone, as they judge where the encoder is missing.</summary>
    public static readonly EmbeddedAssessor Rules = new();

    private static readonly Lazy<EmbeddedAssessor> WithModels = new(() =>
    {
        var source = new JudgeSource(new EncoderSource(EncoderFolder.Path));
        source.Load().ShouldNotBeNull();
        return new EmbeddedAssessor(source);
    });

    /// <summary>Rules and fitted models, as they judge in a host.</summary>
    public static EmbeddedAssessor Joined => WithModels.Value;

    /// <summary>Replies in words that authors think of first.</summary>
    public static IEnumerable<JudgedCase> Of(IEnumerable<string> clients) => Read("cases", clients);

    /// <summary>Replies in words that no list of phrases holds, and others beside them that only look as if they met the client.</summary>
    public static IEnumerable<JudgedCase> Paraphrases(IEnumerable<string> clients) => Read("paraphrases", clients);

    private static IEnumerable<JudgedCase> Read(string folder, IEnumerable<string> clients) => clients.SelectMany(client =>
    {
        var reading = PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", client + ".yaml"));
        var persona = reading.Persona ?? throw new InvalidOperationException($"The persona {client} cannot be read.");
        return File.ReadLines(Path.Combine(Repository.Root, "tests", "PracticeBot.Tests", "Judging", folder, client + ".jsonl"))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => Read(line, persona));
    });

    /// <summary>The verdict from a fresh state at the case's moment.</summary>
    public static Decision Judge(this JudgedCase judged, string reply, EmbeddedAssessor? assessor = null) =>
        TurnDecider.Decide(judged.Persona, judged.Fresh, (assessor ?? Rules).Assess(judged.InContext(reply)));

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
internal sealed record JudgedCase(Persona Persona, string Moment, string Client, string Reply, Verdict Verdict, int? Level)
{
    public int Layer => Persona.Layers.ToList().FindIndex(moment => moment.Id == Moment);

    public ClientState Fresh => ClientState.FreshAt(Persona, Layer);

    public ReplyInContext InContext(string reply) => new()
    {
        Persona = Persona,
        Moment = Persona.Layers[Layer],
        ClientLine = Client,
        Reply = reply,
        Distress = Fresh.Distress,
    };
}
