using System.Text.Json.Nodes;
using PracticeBot.Content.Format;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content;

public sealed class PersonaSchemaTests
{
    /// <summary>Rewrite the file with: PRACTICEBOT_WRITE_SCHEMA=1 dotnet test tests/PracticeBot.Tests --filter PersonaSchemaTests</summary>
    [Fact]
    public void The_committed_schema_is_the_one_that_the_types_give()
    {
        var path = Path.Combine(Repository.Root, "personas", PersonaSchema.FileName);
        if (Environment.GetEnvironmentVariable("PRACTICEBOT_WRITE_SCHEMA") == "1")
        {
            File.WriteAllText(path, PersonaSchema.Text());
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(
            PersonaSchema.Text(),
            "The types changed. Run: PRACTICEBOT_WRITE_SCHEMA=1 dotnet test tests/PracticeBot.Tests --filter PersonaSchemaTests");
    }

    [Fact]
    public void The_schema_asks_for_the_smallest_persona_and_knows_every_feeling()
    {
        var schema = JsonNode.Parse(PersonaSchema.Text())!;

        schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["id", "name", "about", "tendency", "voice", "layers"]);
        var layer = schema["properties"]!["layers"]!["items"]!;
        layer["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["says", "feels", "meaning"]);
        layer["properties"]!["feels"]!["properties"]!["primary"]!["enum"]!.AsArray().Count.ShouldBe(33);
        schema["properties"]!["tendency"]!["enum"]!.AsArray().Select(name => name!.GetValue<string>()).ToArray().ShouldContain("self-critical", StringComparer.Ordinal);
        schema["definitions"]!["linesByReaction"]!["properties"]!["outOfRole"].ShouldNotBeNull();
    }

    [Fact]
    public void Every_number_of_the_rubric_has_a_range_that_holds_its_default()
    {
        foreach (var number in RubricRanges.Numbers.Values)
        {
            var (least, most) = RubricRanges.Of(number);
            Convert.ToDouble(number.GetValue(Core.Personas.Rubric.Default), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(least, most, number.Name);
        }
    }
}
