using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeBot.Content.Yaml;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content.Format;

/// <summary>The JSON schema by which editors complete and check persona files, made from the types that the reader fills.</summary>
public static class PersonaSchema
{
    public const string FileName = "persona.schema.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>As it is committed: two spaces a level, a newline at the end.</summary>
    public static string Text()
    {
        var schema = Map(typeof(PersonaFile));
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "A persona of PracticeBot");
        schema["definitions"] = new JsonObject
        {
            ["lines"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = new PartAttribute(string.Empty, string.Empty).Longest },
            },
            ["linesByReaction"] = LinesByReaction(),
        };
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Map(Type type)
    {
        var parts = FileWords.Parts(type);
        var needed = parts.Where(part => Part(part.Value).Needed).Select(part => JsonValue.Create(part.Key));
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)Described(part.Value)))),
            ["required"] = new JsonArray([.. needed]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Described(PropertyInfo property)
    {
        var part = Part(property);
        if (property.PropertyType == typeof(LinesPart))
        {
            return new JsonObject { ["description"] = part.What, ["allOf"] = new JsonArray(Reference("linesByReaction")) };
        }

        var schema = Of(property.PropertyType, part);
        schema.Insert(0, "description", part.What);
        return schema;
    }

    private static JsonObject Of(Type type, PartAttribute part)
    {
        if (type == typeof(RubricPart))
        {
            return Rubric();
        }

        if (typeof(FilePart).IsAssignableFrom(type))
        {
            return Map(type);
        }

        if (type.GetGenericTypeDefinition() == typeof(Located<>))
        {
            return Scalar(type.GetGenericArguments()[0], part);
        }

        var list = new JsonObject { ["type"] = "array", ["items"] = Of(type.GetGenericArguments()[0], part) };
        if (part.Fewest > 0)
        {
            list["minItems"] = part.Fewest;
        }

        return list;
    }

    private static JsonObject Scalar(Type type, PartAttribute part) =>
        type == typeof(string) ? new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = part.Longest }
        : type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
        : type.IsEnum ? new JsonObject { ["enum"] = new JsonArray([.. FileWords.Of(type).Keys.Select(word => JsonValue.Create(word))]) }
        : Number(type, part.Least, part.Most);

    private static JsonObject Number(Type type, double least, double most) => new()
    {
        ["type"] = type == typeof(int) ? "integer" : "number", ["minimum"] = least, ["maximum"] = most,
    };

    private static JsonObject Rubric() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(RubricRanges.Numbers.Select(number =>
        {
            var (least, most) = RubricRanges.Of(number.Value);
            var schema = Number(number.Value.PropertyType, least, most);
            schema["default"] = JsonValue.Create(Convert.ToDouble(number.Value.GetValue(Core.Personas.Rubric.Default), System.Globalization.CultureInfo.InvariantCulture));
            return KeyValuePair.Create(number.Key, (JsonNode?)schema);
        })),
        ["additionalProperties"] = false,
    };

    private static JsonObject LinesByReaction() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(FileWords.Of(typeof(Reaction)).Select(reaction => KeyValuePair.Create(
            reaction.Key, (JsonNode?)new JsonObject { ["anyOf"] = new JsonArray(Reference("lines"), ByCause((Reaction)reaction.Value)) }))),
        ["additionalProperties"] = false,
    };

    private static JsonObject ByCause(Reaction reaction) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(ReactionCauses.Of(reaction).Select(cause => KeyValuePair.Create(cause, (JsonNode?)Reference("lines")))),
        ["additionalProperties"] = false,
    };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    private static PartAttribute Part(PropertyInfo property) => property.GetCustomAttribute<PartAttribute>()!;
}
