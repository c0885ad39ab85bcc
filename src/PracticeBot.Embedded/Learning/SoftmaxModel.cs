using System.Numerics.Tensors;

namespace PracticeBot.Embedded.Learning;

/// <summary>A linear model over standardised measures that gives each class a probability (multinomial logistic regression).</summary>
/// <param name="Weights">One row a class, one column a measure.</param>
/// <param name="Biases">One a class.</param>
internal sealed record SoftmaxModel(float[][] Weights, float[] Biases)
{
    public int Classes => Biases.Length;

    public float[] Probabilities(ReadOnlySpan<float> measures)
    {
        var scores = new float[Biases.Length];
        Probabilities(measures, scores);
        return scores;
    }

    public void Probabilities(ReadOnlySpan<float> measures, Span<float> into)
    {
        for (var at = 0; at < Biases.Length; at++)
        {
            into[at] = Biases[at] + TensorPrimitives.Dot(Weights[at], measures);
        }

        Normalise(into);
    }

    /// <summary>Scores into probabilities; the highest is taken off first so that none overflows.</summary>
    public static void Normalise(Span<float> scores)
    {
        var highest = TensorPrimitives.Max(scores);
        var sum = 0f;
        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] = MathF.Exp(scores[at] - highest);
            sum += scores[at];
        }

        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] /= sum;
        }
    }
}
