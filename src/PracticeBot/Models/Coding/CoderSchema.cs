using System.Text.Json;
using PracticeBot.Models.Assessing;

namespace PracticeBot.Models.Coding;

/// <summary>The JSON schema of a model's coding, and what its words stand for.</summary>
internal static class CoderSchema
{
    public const string Name = "coding";

    public static readonly WordMap<int> Strengths = WordMap<int>.Of(("none", 0), ("weak", 1), ("strong", 2));

    public static readonly WordMap<int> Behaviours = WordMap<int>.Of(("reflection", 0), ("question", 1), ("therapist_input", 2), ("other", 3));

    public static readonly WordMap<int> Reflections = WordMap<int>.Of(("none", 0), ("simple", 1), ("complex", 2));

    public static readonly WordMap<int> Questions = WordMap<int>.Of(("none", 0), ("open", 1), ("closed", 2));

    public static readonly WordMap<int> Levels = WordMap<int>.Of(("low", 0), ("medium", 1), ("high", 2));

    /// <summary>How likely the reply belongs to this person, 0 to 1.</summary>
    public static readonly WordMap<double> Belongings = WordMap<double>.Of(
        ("surely-not", 0.05), ("hardly", 0.25), ("perhaps", 0.5), ("likely", 0.75), ("surely", 0.95));

    public static readonly JsonElement Schema = JsonSerializer.SerializeToElement(JsonSchema.Members(
        ("reactions", Mechanism()), ("interpretations", Mechanism()), ("explorations", Mechanism()),
        ("behaviour", JsonSchema.Choice(Behaviours)), ("reflection", JsonSchema.Choice(Reflections)), ("question", JsonSchema.Choice(Questions)),
        ("level", JsonSchema.Choice(Levels)), ("belongs", JsonSchema.Choice(Belongings)), ("sure", JsonSchema.Choice(AssessorWords.Sureness))));

    private static System.Text.Json.Nodes.JsonObject Mechanism() => JsonSchema.Members(("strength", JsonSchema.Choice(Strengths)), ("words", JsonSchema.Text()));
}

/// <summary>A coding in the model's words.</summary>
internal sealed record CodingAnswer
{
    public required FoundMechanism Reactions { get; init; }

    public required FoundMechanism Interpretations { get; init; }

    public required FoundMechanism Explorations { get; init; }

    public required string Behaviour { get; init; }

    public required string Reflection { get; init; }

    public required string Question { get; init; }

    public required string Level { get; init; }

    public required string Belongs { get; init; }

    public required string Sure { get; init; }
}

/// <param name="Words">Of the reply.</param>
internal sealed record FoundMechanism(string Strength, string Words);
