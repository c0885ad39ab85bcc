using System.Text.Json.Nodes;
using PracticeBot.Models.Assessing;

namespace PracticeBot.Models;

/// <summary>The little of JSON schema that strict answers take: every member required, none besides.</summary>
internal static class JsonSchema
{
    public static JsonObject Members(params ReadOnlySpan<(string Name, JsonNode Schema)> members)
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

    public static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonObject Text() => new() { ["type"] = "string" };

    public static JsonObject Truth() => new() { ["type"] = "boolean" };

    public static JsonObject Choice<T>(WordMap<T> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Words.Select(word => JsonValue.Create(word))]) };
}
