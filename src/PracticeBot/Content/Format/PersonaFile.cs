using PracticeBot.Content.Yaml;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content.Format;

/// <summary>A map in a file, with its place.</summary>
public abstract record FilePart
{
    public Place Place { get; init; }
}

/// <summary>A persona file as its author writes it. Everything may be missing until it is checked.</summary>
[Called("a persona")]
public sealed record PersonaFile : FilePart
{
    [Part("The file's name without .yaml: a-z, 0-9 and hyphen, beginning with a letter.", "id: maya", Needed = true, Longest = PersonaId.MaxLength)]
    public Located<string>? Id { get; init; }

    [Part("What to call the client.", "name: Maya", Needed = true, Longest = 60)]
    public Located<string>? Name { get; init; }

    [Part("What a learner sees of the client before starting.", "about: { age: 34, pronouns: she/her, line: \"A nurse.\" }", Needed = true)]
    public AboutPart? About { get; init; }

    [Part("1 (gentle) to 5 (demanding).", "difficulty: 2", Least = 1, Most = 5)]
    public Located<int>? Difficulty { get; init; }

    [Part("Skills that this client trains, in a few words each.", "trains: [naming shame, staying with]", Longest = 80)]
    public IReadOnlyList<Located<string>>? Trains { get; init; }

    [Part("What a learner is told before the first line.", "contentNotes: [\"harsh self-blame\"]", Longest = 200)]
    public IReadOnlyList<Located<string>>? ContentNotes { get; init; }

    [Part("How the client ruptures when missed.", "tendency: guarded", Needed = true)]
    public Located<Tendency>? Tendency { get; init; }

    [Part("Trust at the start.", "trust: 45", Least = 0, Most = 100)]
    public Located<double>? Trust { get; init; }

    [Part("Distress at the start.", "distress: 50", Least = 0, Most = 100)]
    public Located<double>? Distress { get; init; }

    [Part("How the client talks and what they hide, in free prose.", "voice: \"Quick, wry, apologises before she speaks.\"", Needed = true, Longest = 8000)]
    public Located<string>? Voice { get; init; }

    [Part("The depths of the client's story, from what is said first to the core.", "layers: two entries or more, each with says, feels and meaning", Needed = true, Fewest = 2)]
    public IReadOnlyList<LayerPart>? Layers { get; init; }

    [Part("Whether a debrief shows what the client held at the layers that were reached.", "reveal: true")]
    public Located<bool>? Reveal { get; init; }

    [Part("The client's life: what answers a question.", "facts: [{ ask: [how long, since when], says: [\"Since May.\"], trust: 0 }]")]
    public IReadOnlyList<FactPart>? Facts { get; init; }

    [Part("Lines for any layer, by reaction, then by cause; missing ones come from the tendency's pack.", "lines: { hesitate: { advice: [\"Mm. Maybe.\"] } }")]
    public LinesPart? Lines { get; init; }

    [Part("What a rupture is to this client, where it differs from the tendency's own.", "rupture: { feels: [hurt] }")]
    public RupturePart? Rupture { get; init; }

    [Part("Numbers of the rubric that are this client's own.", "rubric: { highDistress: 70 }")]
    public RubricPart? Rubric { get; init; }

    [Part("What the judgement should be, from a fresh state at a moment; persona check runs them.", "expectations: [{ moment: m1, reply: \"Have you tried a list?\", verdict: missed }]")]
    public IReadOnlyList<ExpectationPart>? Expectations { get; init; }
}

[Called("about")]
public sealed record AboutPart : FilePart
{
    [Part("Years.", "age: 34", Least = 1, Most = 120)]
    public Located<int>? Age { get; init; }

    [Part("For example she/her.", "pronouns: she/her", Longest = 40)]
    public Located<string>? Pronouns { get; init; }

    [Part("One sentence that says who this is.", "line: \"A nurse who can't stop letting everyone down.\"", Needed = true, Longest = 200)]
    public Located<string>? Line { get; init; }
}

[Called("a layer")]
public sealed record LayerPart : FilePart
{
    [Part("Its name for expectations and drills; m1, m2 and so on where none is given.", "id: m1", Longest = 20)]
    public Located<string>? Id { get; init; }

    [Part("What the client says when this layer opens; variants.", "says: [\"I disappoint everyone.\"]", Needed = true, Fewest = 1)]
    public IReadOnlyList<Located<string>>? Says { get; init; }

    [Part("What the client holds here.", "feels: { primary: shame, intensity: 4, secondary: [sadness] }", Needed = true)]
    public FeelsPart? Feels { get; init; }

    [Part("The core message, in the client's first person.", "meaning: \"I am the one who lets people down.\"", Needed = true, Longest = 300)]
    public Located<string>? Meaning { get; init; }

    [Part("Words and phrases by which a reply may meet the meaning.", "meaningWords: [let down, never enough]", Longest = 80)]
    public IReadOnlyList<Located<string>>? MeaningWords { get; init; }

    [Part("What the client needs here.", "need: to be seen trying", Longest = 200)]
    public Located<string>? Need { get; init; }

    [Part("Nonverbal cues as stage directions.", "cues: [\"*looks at the floor*\"]", Longest = 200)]
    public IReadOnlyList<Located<string>>? Cues { get; init; }

    [Part("Feelings that learners plausibly and wrongly assume here.", "misreads: [frustration, anger]")]
    public IReadOnlyList<Located<EmotionFamily>>? Misreads { get; init; }

    [Part("Trust above the persona's start at which this layer may open.", "trust: 10", Least = 0, Most = 100)]
    public Located<double>? Trust { get; init; }

    [Part("Lines for this layer alone, by reaction, then by cause.", "lines: { continue: [\"Yes. Every week.\"] }")]
    public LinesPart? Lines { get; init; }
}

[Called("feels")]
public sealed record FeelsPart : FilePart
{
    [Part("The feeling that matters most here.", "primary: shame", Needed = true)]
    public Located<EmotionFamily>? Primary { get; init; }

    [Part("1 (faint) to 5 (overwhelming).", "intensity: 4", Least = 1, Most = 5)]
    public Located<int>? Intensity { get; init; }

    [Part("Feelings held beside it; naming one of them is near.", "secondary: [sadness, exhaustion]")]
    public IReadOnlyList<Located<EmotionFamily>>? Secondary { get; init; }
}

[Called("a fact")]
public sealed record FactPart : FilePart
{
    [Part("Words that ask for it.", "ask: [how long, since when]", Needed = true, Fewest = 1, Longest = 80)]
    public IReadOnlyList<Located<string>>? Ask { get; init; }

    [Part("Ways to say it.", "says: [\"Since May.\"]", Needed = true, Fewest = 1)]
    public IReadOnlyList<Located<string>>? Says { get; init; }

    [Part("Trust above the persona's start that it takes.", "trust: 0", Least = 0, Most = 100)]
    public Located<double>? Trust { get; init; }
}

[Called("rupture")]
public sealed record RupturePart : FilePart
{
    [Part("What a rupture feels like to this client.", "feels: [hurt, numbness]", Needed = true, Fewest = 1)]
    public IReadOnlyList<Located<EmotionFamily>>? Feels { get; init; }
}

[Called("an expectation")]
public sealed record ExpectationPart : FilePart
{
    [Part("The id of the layer that the client is in.", "moment: m1", Needed = true, Longest = 20)]
    public Located<string>? Moment { get; init; }

    [Part("What a learner says.", "reply: \"Have you tried talking to them?\"", Needed = true, Longest = 2000)]
    public Located<string>? Reply { get; init; }

    [Part("The verdict that it should get.", "verdict: missed")]
    public Located<Verdict>? Verdict { get; init; }

    [Part("The level that it should get.", "level: 4", Least = 1, Most = 5)]
    public Located<int>? Level { get; init; }

    [Part("What the client should do.", "reaction: hesitate")]
    public Located<Reaction>? Reaction { get; init; }
}

/// <summary>Lines by reaction, then by cause.</summary>
public sealed record LinesPart : FilePart
{
    public IReadOnlyList<LinePart> Lines { get; init; } = [];
}

/// <param name="Cause">A plain list stands under <see cref="Causes.Other"/>.</param>
public sealed record LinePart(Reaction Reaction, string Cause, Located<string> Text);

/// <summary>Numbers of <see cref="Core.Personas.Rubric"/> by property name.</summary>
public sealed record RubricPart : FilePart
{
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}
