using PracticeBot.Core.Assessments;

namespace PracticeBot.Embedded.Learning;

/// <summary>One thing decided about a reply.</summary>
/// <param name="Index">The class chosen; an index into the label's classes.</param>
/// <param name="Value">The class by name.</param>
/// <param name="Probabilities">Of every class, calibrated.</param>
public sealed record Decided(int Index, string Value, IReadOnlyList<float> Probabilities)
{
    /// <summary>How likely the class chosen is, 0 to 1.</summary>
    public double Confidence => Probabilities[Index];
}

/// <summary>What the fitted models make of a reply, without any knowledge of what the client hides.</summary>
public sealed record ReplyJudgement
{
    private IReadOnlyList<Evidence>? evidence;

    /// <summary>EPITOME: 0 none, 1 weak, 2 strong.</summary>
    public required Decided EmotionalReactions { get; init; }

    /// <summary>EPITOME: 0 none, 1 weak, 2 strong.</summary>
    public required Decided Interpretations { get; init; }

    /// <summary>EPITOME: 0 none, 1 weak, 2 strong.</summary>
    public required Decided Explorations { get; init; }

    /// <summary>What a counsellor's turn mainly does: reflection, question, therapist_input, other.</summary>
    public required Decided Behaviour { get; init; }

    /// <summary>none, simple, complex.</summary>
    public required Decided Reflection { get; init; }

    /// <summary>none, open, closed.</summary>
    public required Decided Question { get; init; }

    /// <summary>Quality of the reflection by PAIR: low (none), medium (simple), high (complex).</summary>
    public required Decided Level { get; init; }

    /// <summary>How good a reflection it is, 0 to 1; ranks replies to one prompt.</summary>
    public double ReflectionScore => Level.Probabilities[2] + (Level.Probabilities[1] / 2);

    /// <summary>How likely the reply belongs to this client rather than to another, 0 to 1.</summary>
    public required double Fit { get; init; }

    /// <summary>How often decisions as sure as these are right: the mean over the three mechanisms and the behaviour.</summary>
    public double Confidence => (EmotionalReactions.Confidence + Interpretations.Confidence + Explorations.Confidence + Behaviour.Confidence) / 4;

    /// <summary>The words that carry each mechanism, and the sentences that carry the behaviour; looked for when first asked for.</summary>
    public IReadOnlyList<Evidence> Evidence => evidence ??= FindEvidence();

    /// <summary>Looks for <see cref="Evidence"/>, once.</summary>
    public Func<IReadOnlyList<Evidence>> FindEvidence { private get; init; } = () => [];
}
