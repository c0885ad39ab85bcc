using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Models;
using PracticeBot.Models.Assessing;

namespace PracticeBot.Measuring;

/// <summary>
/// Judges JSON lines: <c>{"id","client","reply"}</c> by what stands in the words, <c>{"id","persona","moment","reply"}</c> also against
/// the hidden moment.
/// </summary>
internal sealed class LineJudge(ILineAssessor judge, PersonaFolder folder)
{
    private const int Digits = 2;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly EmbeddedAssessor rules = new();
    private readonly Dictionary<string, Persona> personas = new(StringComparer.Ordinal);

    /// <returns>One line of JSON: the judgement, or the id with what is wrong.</returns>
    public async Task<string> JudgeAsync(string line, CancellationToken cancellationToken)
    {
        JsonNode? id = null;
        try
        {
            var asked = JsonNode.Parse(line) as JsonObject ?? throw new BadLineException("The line is no JSON object.");
            id = asked["id"] is JsonValue given ? given.DeepClone() : null;
            var reply = Text(asked, "reply");
            var judged = asked.ContainsKey("persona") 
                ? await HiddenAsync(Text(asked, "persona"), Text(asked, "moment"), reply, cancellationToken)
                : await SpokenAsync(Text(asked, "client"), reply, cancellationToken);
            judged.Insert(0, "id", id);
            return judged.ToJsonString(Readable);
        }
        catch (Exception fault) when (fault is JsonException or BadLineException or ArgumentException or ModelFaultException or AnswerFaultException)
        {
            var reason = fault is BadLineException or ModelFaultException or AnswerFaultException ? fault.Message : "The line is no JSON that can be read.";
            return new JsonObject { ["id"] = id, ["error"] = reason }.ToJsonString(Readable);
        }
    }

    private static string Text(JsonObject asked, string name) => asked[name] is JsonValue value && value.TryGetValue<string>(out var text)
        ? text
        : throw new BadLineException(asked.ContainsKey(name) ? $"\"{name}\" is no text." : $"\"{name}\" is missing.");

    private async Task<JsonObject> SpokenAsync(string client, string reply, CancellationToken cancellationToken)
    {
        var found = await judge.CodeAsync(client, reply, cancellationToken);
        var byRule = rules.Assess(SpokenMoment.Of(client, reply)) is AssessmentResult.Judged judged ? judged.Assessment : null;
        var move = ReplyJudge.MoveOf(found.Behaviour, found.Reflection, found.Question);
        var moves = (byRule?.Moves ?? []).Where(one => !IsLearned(one)).Select(one => one.Code());
        var breaches = (byRule?.Breaches ?? []).Where(breach => !SpokenMoment.NeedsHidden(breach)).Select(breach => breach.Code()).ToArray();
        string[] allMoves = [.. (move is null ? moves : moves.Prepend(move)).Distinct(StringComparer.Ordinal)];
        var shown = allMoves.Where(code => code != move).Select(code => "move." + code).Concat(breaches.Select(code => "breach." + code)).ToHashSet(StringComparer.Ordinal);
        var evidence = found.Evidence.Concat((byRule?.Evidence ?? []).Where(one => shown.Contains(one.Dimension)));
        return Learned(found, found.Confidence, allMoves, breaches, evidence, reply);
    }

    private async Task<JsonObject> HiddenAsync(string name, string moment, string reply, CancellationToken cancellationToken)
    {
        var persona = PersonaOf(name);
        var at = persona.Layers.Select((layer, index) => (layer, index)).FirstOrDefault(pair => pair.layer.Id == moment, (layer: null!, index: -1)).index;
        if (at < 0)
        {
            throw new BadLineException($"{persona.Name} has no moment \"{moment}\"; there are {string.Join(", ", persona.Layers.Select(layer => layer.Id))}.");
        }

        var state = ClientState.FreshAt(persona, at);
        var said = SpokenReply.Of(reply);
        var context = new ReplyInContext
        {
            Persona = persona,
            Moment = persona.Layers[at],
            ClientLine = persona.Layers[at].Says[0],
            Reply = said,
            Distress = state.Distress,
        };
        var result = await judge.AssessAsync(context, cancellationToken);
        var decision = TurnDecider.Decide(persona, state, result);
        var assessment = result is AssessmentResult.Judged judged ? judged.Assessment : null;
        var found = await judge.CodeAsync(persona.Layers[at].Says[0], said, cancellationToken);
        var line = Learned(
            found,
            assessment?.Confidence ?? 0,
            [.. assessment?.Moves.Select(move => move.Code()) ?? []],
            [.. assessment?.Breaches.Select(breach => breach.Code()) ?? []],
            (assessment?.Evidence ?? []).Concat(found.Evidence.Where(one => one.Dimension.StartsWith("epitome.", StringComparison.Ordinal))),
            said);
        line["verdict"] = decision.Verdict.Code();
        line["level"] = decision.Level;
        line["accuracy"] = assessment?.Accuracy is { } accuracy
            ? new JsonObject
            {
                ["emotion"] = accuracy.Emotion.Code(), ["intensity"] = accuracy.IntensityDifference, ["meaning"] = accuracy.Meaning.Code(), ["tentative"] = accuracy.Tentative,
            }
            : null;
        line["attunement"] = decision.Level is not null && assessment?.Attunement is { } scores
            ? new JsonObject { ["tone"] = scores.Tone, ["pace"] = scores.Pace, ["words"] = scores.Words, ["presence"] = scores.Presence }
            : null;
        return line;
    }

    /// <summary>The moves that the fitted models decide about.</summary>
    private static bool IsLearned(Move move) => move is Move.ReflectionSimple or Move.ReflectionComplex or Move.QuestionOpen or Move.QuestionClosed;

    private static JsonObject Learned(
        ReplyJudgement found, double confidence, IEnumerable<string> moves, IEnumerable<string> breaches, IEnumerable<Evidence> evidence, string reply) => new()
    {
        ["epitome"] = new JsonObject
        {
            ["emotionalReactions"] = found.EmotionalReactions.Index,
            ["interpretations"] = found.Interpretations.Index,
            ["explorations"] = found.Explorations.Index,
        },
        ["behaviour"] = found.Behaviour.Value,
        ["reflection"] = found.Reflection.Value,
        ["question"] = found.Question.Value,
        ["reflectionScore"] = Math.Round(found.ReflectionScore, Digits + 1),
        ["fit"] = Math.Round(found.Fit, Digits + 1),
        ["confidence"] = Math.Round(confidence, Digits),
        ["moves"] = new JsonArray([.. moves.Select(move => JsonValue.Create(move))]),
        ["breaches"] = new JsonArray([.. breaches.Select(breach => JsonValue.Create(breach))]),
        ["evidence"] = new JsonArray([.. evidence.Distinct().Select(one => new JsonObject
        {
            ["quote"] = one.Quote(reply), ["start"] = one.Start, ["length"] = one.Length, ["dimension"] = one.Dimension,
        })]),
    };

    /// <summary>By id from the folder, or from a file.</summary>
    private Persona PersonaOf(string name)
    {
        if (personas.TryGetValue(name, out var known))
        {
            return known;
        }

        var file = PersonaId.TryParse(name, out var id)
            ? folder.Files().FirstOrDefault(path => string.Equals(Path.GetFileNameWithoutExtension(path), id.Value, StringComparison.Ordinal))
            : File.Exists(name) ? name : null;
        if (file is null)
        {
            throw new BadLineException($"There is no client \"{name}\", neither by id nor as a file.");
        }

        var reading = PersonaReader.ReadFile(file);
        return personas[name] = reading.Persona ?? throw new BadLineException($"The persona {name} has a fault: {reading.Faults.First()}");
    }

    /// <summary>A line that cannot be judged; the message says why.</summary>
    private sealed class BadLineException(string message) : Exception(message);
}
