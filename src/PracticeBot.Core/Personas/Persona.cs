using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Turns;

namespace PracticeBot.Core.Personas;

/// <summary>A simulated client: who they are, what they hold at each depth, and how they speak.</summary>
public sealed record Persona
{
    public required PersonaId Id { get; init; }

    /// <summary>What to call the client.</summary>
    public required string Name { get; init; }

    public required About About { get; init; }

    /// <summary>1 (gentle) to 5 (demanding).</summary>
    public int Difficulty { get; init; } = 2;

    /// <summary>Skills that this client trains, in a few words each.</summary>
    public IReadOnlyList<string> Trains { get; init; } = [];

    /// <summary>What a learner is told before the first line.</summary>
    public IReadOnlyList<string> ContentNotes { get; init; } = [];

    public required Tendency Tendency { get; init; }

    /// <summary>Trust at the start, 0 to 100; shipped personas start at 40 to 50.</summary>
    public double StartTrust { get; init; } = 45;

    /// <summary>Distress at the start, 0 to 100.</summary>
    public double StartDistress { get; init; } = 50;

    /// <summary>How the client talks and what they hide, in free prose; a model's prompt uses it.</summary>
    public required string Voice { get; init; }

    /// <summary>At least two moments, from what is said first to the core.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Lines usable at any layer, the tendency's shared pack already merged in behind the persona's own.</summary>
    public LineBook Lines { get; init; } = LineBook.Empty;

    /// <summary>What a rupture feels like to this client; empty means the tendency's own (RUBRIC: rupture.feels).</summary>
    public IReadOnlyList<EmotionFamily> RuptureFeels { get; init; } = [];

    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>After a talk the learner is shown what the client held at each layer that was reached.</summary>
    public bool Reveals { get; init; } = true;

    /// <summary>The rubric's numbers, with this persona's own where the file sets them.</summary>
    public Rubric Rubric { get; init; } = Rubric.Default;

    /// <summary>Trust (0 to 100) at which the layer with this index may open.</summary>
    public double TrustToOpen(int layer) => StartTrust + Layers[layer].TrustAboveStart;
}

/// <summary>What a learner sees of a client before starting.</summary>
/// <param name="Age">Years; null where the file does not say.</param>
/// <param name="Pronouns">For example she/her.</param>
/// <param name="Line">One sentence that says who this is.</param>
public sealed record About(int? Age, string? Pronouns, string Line);

/// <summary>One depth of the client's story.</summary>
public sealed record Layer
{
    /// <summary>Unique in its persona; "m1" is said first.</summary>
    public required string Id { get; init; }

    /// <summary>What the client says when this layer opens; variants.</summary>
    public required IReadOnlyList<string> Says { get; init; }

    public required FeltEmotion Feels { get; init; }

    /// <summary>The core message, in the client's first person.</summary>
    public required string Meaning { get; init; }

    /// <summary>Words and phrases by which a reply may meet the meaning.</summary>
    public IReadOnlyList<string> MeaningWords { get; init; } = [];

    public string? Need { get; init; }

    /// <summary>Nonverbal cues as stage directions.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>Feelings that learners plausibly and wrongly assume here.</summary>
    public IReadOnlyList<EmotionFamily> Misreads { get; init; } = [];

    /// <summary>Trust above the persona's start at which this layer may open, 0 to 100.</summary>
    public double TrustAboveStart { get; init; }

    public LineBook Lines { get; init; } = LineBook.Empty;
}

/// <summary>A piece of the client's life that answers a question.</summary>
/// <param name="Ask">Words that ask for it.</param>
/// <param name="Says">Ways to say it.</param>
/// <param name="TrustAboveStart">Trust above the persona's start that it takes, 0 to 100.</param>
public sealed record Fact(IReadOnlyList<string> Ask, IReadOnlyList<string> Says, double TrustAboveStart);

/// <summary>What an author expects of the judgement, from a fresh state at a moment.</summary>
public sealed record Expectation(string Moment, string Reply, Verdict? Verdict, int? Level, Reaction? Reaction);
