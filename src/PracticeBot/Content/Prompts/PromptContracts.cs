using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content.Prompts;

/// <summary>The prompts that the code renders.</summary>
public static class PromptContracts
{
    private static readonly IReadOnlyList<object> Talk =
    [
        Line("client", "I don't pick up any more."),
        Line("learner", "It sounds heavy."),
    ];

    /// <summary>Judges a reply.</summary>
    public static readonly PromptContract Assessor = new(
        "assessor",
        [
            new("name", "Maya"),
            new("about", "A nurse who can't stop letting everyone down."),
            new("talk", Talk, IsSpoken: true),
            new("says", new[] { "I don't pick up any more." }, IsSpoken: true),
            new("feels", "shame", IsRequired: true),
            new("strength", "strong"),
            new("also", "loneliness"),
            new("meaning", "I am the one who lets people down.", IsRequired: true),
            new("need", "to be seen as she is"),
            new("strain", "hurt, numbness"),
            new("clientLine", "I don't pick up any more.", IsSpoken: true, IsRequired: true),
            new("reply", "It sounds heavy.", IsSpoken: true, IsRequired: true),
        ]);

    /// <summary>Gives the client words.</summary>
    public static readonly PromptContract Client = new(
        "client",
        [
            new("name", "Maya", IsRequired: true),
            new("about", "A nurse who can't stop letting everyone down."),
            new("pronouns", "she/her"),
            new("age", "34"),
            new("voice", "Short sentences, dry humour."),
            new("manner", Flags<Tendency>(Tendency.Guarded)),
            new("facts", new[] { "Since the new ward, I think." }, IsSpoken: true),
            new("talk", Talk, IsSpoken: true),
            new("scene", "I don't pick up any more.", IsSpoken: true),
            new("feels", "shame"),
            new("cues", new[] { "*looks aside*" }, IsSpoken: true),
            new("doing", Flags<Reaction>(Reaction.Hesitate), IsRequired: true),
            new("because", "advice"),
            new("trust", "low"),
            new("distress", "high"),
            new("guide", "I don't know. It's fine.", IsSpoken: true, IsRequired: true),
            new("reply", "It sounds heavy.", IsSpoken: true, IsRequired: true),
            new("said", "I don't know.", IsSpoken: true),
        ]);

    /// <summary>Writes one reply that would meet a moment.</summary>
    public static readonly PromptContract Coach = new(
        "coach",
        [
            new("name", "Maya"),
            new("about", "A nurse who can't stop letting everyone down."),
            new("talk", Talk, IsSpoken: true),
            new("clientLine", "I don't pick up any more.", IsSpoken: true),
            new("feels", "shame"),
            new("strength", "strong"),
            new("meaning", "I am the one who lets people down."),
            new("strain", "hurt, numbness"),
            new("reply", "You should call them.", IsSpoken: true, IsRequired: true),
        ]);

    /// <summary>Codes a reply to anybody.</summary>
    public static readonly PromptContract Coder = new(
        "coder",
        [
            new("client", "I don't pick up any more.", IsSpoken: true, IsRequired: true),
            new("reply", "It sounds heavy.", IsSpoken: true, IsRequired: true),
        ]);

    public static IReadOnlyList<PromptContract> All { get; } = [Assessor, Client, Coach, Coder];

    /// <summary>One of several, for a prompt to ask which: every name with whether it is the one.</summary>
    public static IReadOnlyDictionary<string, object?> Flags<T>(T set)
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => value.Code(), object? (value) => EqualityComparer<T>.Default.Equals(value, set), StringComparer.Ordinal);

    /// <summary>One line of a talk as prompts take it.</summary>
    public static IReadOnlyDictionary<string, object?> Line(string who, string text) =>
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["who"] = who, ["text"] = text };
}
