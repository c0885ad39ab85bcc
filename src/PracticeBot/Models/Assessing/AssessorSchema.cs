using System.Text.Json;
using System.Text.Json.Nodes;

namespace PracticeBot.Models.Assessing;

/// <summary>
/// The JSON schema of a model's judgement. Verdict first: the members stand in the order in which they are needed, since a model writes
/// them in this order and the client begins to speak when <see cref="Deciding"/> is in.
/// </summary>
internal static class AssessorSchema
{
    public const string Name = "assessment";

    /// <summary>What the client holds, which the model says to itself before it judges.</summary>
    public const string Holds = "holds";

    public const string Deciding = "judgement";

    public const string Evidence = "evidence";

    public const string Why = "why";

    public static readonly JsonElement Schema = JsonSerializer.SerializeToElement(Members(
        (Holds, Text()),
        (Deciding, Members(
            ("kind", Choice(AssessorWords.Kinds)),
            ("invites", Choice(AssessorWords.Invitations)),
            ("feelings", List(Members(
                ("feeling", Choice(AssessorWords.Feelings)), ("strength", Choice(AssessorWords.Strengths)), ("words", Text())))),
            ("denies", Text()),
            ("meaning", Choice(AssessorWords.Meanings)),
            ("meaningWords", Text()),
            ("adds", Choice(AssessorWords.Additions)),
            ("tentative", Truth()),
            ("checks", Truth()),
            ("tone", Choice(AssessorWords.Tones)),
            ("pace", Choice(AssessorWords.Paces)),
            ("words", Choice(AssessorWords.Registers)),
            ("presence", Choice(AssessorWords.Presences)),
            ("moves", List(Choice(AssessorWords.Moves))),
            ("breaches", List(Members(("breach", Choice(AssessorWords.Breaches)), ("words", Text())))),
            ("repair", List(Choice(AssessorWords.Repairs))),
            ("sure", Choice(AssessorWords.Sureness)))),
        (Evidence, List(Members(("of", Choice(AssessorWords.Dimensions)), ("words", Text())))),
        (Why, Text())));

    private static JsonObject Members(params ReadOnlySpan<(string Name, JsonNode Schema)> members)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, schema) in members)
        {
            properties.Add(name, schema);
            required.Add(name);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Truth() => new() { ["type"] = "boolean" };

    private static JsonObject Choice<T>(WordMap<T> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Words.Select(word => JsonValue.Create(word))]) };
}
