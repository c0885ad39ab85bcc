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
            new("about", "Maya lost her job in spring and has told nobody."),
            new("tendency", "guarded"),
            new("says", new[] { "I don't pick up any more." }, IsSpoken: true),
            new("feels", "ashamed"),
            new("also", "lonely"),
            new("strength", "strong"),
            new("meaning", "She believes that she has let everybody down."),
            new("need", "to be seen as she is"),
            new("strain", "The last reply missed her."),
            new("talk", Talk, IsSpoken: true),
            new("clientLine", "I don't pick up any more.", IsSpoken: true, IsRequired: true),
            new("reply", "It sounds heavy.", IsSpoken: true, IsRequired: true),
        ]);

    /// <summary>Gives the client words.</summary>
    public static readonly PromptContract Client = new(
        "client",
        [
            new("name", "Maya", IsRequired: true),
            new("about", "Maya lost her job in spring and has told nobody."),
            new("pronouns", "she/her"),
            new("age", "34"),
            new("voice", "Short sentences, dry humour."),
            new("manner", "looks aside"),
            new("told", new[] { "She lost her job." }, IsSpoken: true),
            new("scene", new[] { "She does not pick up when friends call." }, IsSpoken: true),
            new("facts", new[] { "Her brother lives near." }, IsSpoken: true),
            new("doing", "She draws back a little.", IsRequired: true),
            new("state", "wary"),
            new("guide", "I don't know. It's fine.", IsSpoken: true),
            new("talk", Talk, IsSpoken: true),
            new("reply", "It sounds heavy.", IsSpoken: true, IsRequired: true),
            new("said", "I don't know.", IsSpoken: true),
        ]);

    /// <summary>Says in a sentence or two what to try next.</summary>
    public static readonly PromptContract Coach = new(
        "coach",
        [
            new("name", "Maya"),
            new("reply", "You should call them.", IsSpoken: true, IsRequired: true),
            new("clientLine", "I don't pick up any more.", IsSpoken: true),
            new("landed", "pushed", IsSpoken: true),
            new("nudge", "Name the feeling before anything else."),
        ]);

    /// <summary>Looks back on a whole talk.</summary>
    public static readonly PromptContract Debrief = new(
        "debrief",
        [
            new("name", "Maya"),
            new(
                "turns",
                new[]
                {
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["reply"] = "It sounds heavy.", ["line"] = "It is.", ["verdict"] = "named the feeling",
                    },
                },
                IsSpoken: true,
                IsRequired: true),
        ]);

    public static IReadOnlyList<PromptContract> All { get; } = [Assessor, Client, Coach, Debrief];

    /// <summary>One line of a talk as prompts take it.</summary>
    public static IReadOnlyDictionary<string, object?> Line(string who, string text) =>
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["who"] = who, ["text"] = text };
}
