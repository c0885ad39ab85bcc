using System.Numerics.Tensors;

namespace PracticeBot.Embedded.Learning;

/// <summary>The mean and spread of a block's measures where the model was fitted.</summary>
internal sealed record Standard(float[] Mean, float[] Spread)
{
    private const float Least = 1e-5f;

    /// <summary>Measures further out than so many spreads count as just that far.</summary>
    private const float Furthest = 5;

    public static Standard Of(IReadOnlyList<float[]> rows)
    {
        var width = rows[0].Length;
        var (sum, squares) = (new double[width], new double[width]);
        foreach (var row in rows)
        {
            for (var at = 0; at < width; at++)
            {
                sum[at] += row[at];
            }
        }

        var mean = sum.Select(total => total / rows.Count).ToArray();
        foreach (var row in rows)
        {
            for (var at = 0; at < width; at++)
            {
                squares[at] += (row[at] - mean[at]) * (row[at] - mean[at]);
            }
        }

        return new Standard(
            [.. mean.Select(value => Digits.Six((float)value))],
            [.. squares.Select(total => Digits.Six((float)Math.Sqrt(total / rows.Count)))]);
    }

    public void Apply(ReadOnlySpan<float> measures, Span<float> into)
    {
        for (var at = 0; at < measures.Length; at++)
        {
            into[at] = Spread[at] < Least ? 0 : Math.Clamp((measures[at] - Mean[at]) / Spread[at], -Furthest, Furthest);
        }
    }
}

/// <summary>A linear model over blocks of measures, with what makes its probabilities honest and its decisions balanced.</summary>
internal sealed class BlockModel
{
    /// <summary>No block of named measures is larger.</summary>
    private static readonly int MostNamed = Block.Width(Block.Features);

    /// <summary>What the model decides about: <c>epitome.er</c>, <c>annomi.behaviour</c>, …</summary>
    public required string Name { get; init; }

    public required string[] Classes { get; init; }

    /// <summary>The blocks that it looks at, in the order of the weights.</summary>
    public required string[] Blocks { get; init; }

    /// <summary>For each named block its standard.</summary>
    public required IReadOnlyDictionary<string, Standard> Standards { get; init; }

    public required SoftmaxModel Linear { get; init; }

    /// <summary>How far raw scores are stretched before they become probabilities; below 1 the model was too sure of itself.</summary>
    public float Stretch { get; set; } = 1;

    /// <summary>What is added to each class's stretched score, for probabilities that hold on data as they come.</summary>
    public float[] Shifts { get; set; } = [];

    /// <summary>What is added to each class's log probability before one is chosen, so that rare classes get their due.</summary>
    public float[] Favours { get; set; } = [];

    /// <summary>The measures as the model looks at them: standardised, scaled, one after another.</summary>
    public static float[] Row(IReadOnlyList<string> blocks, IReadOnlyDictionary<string, Standard> standards, MeasuredReply reply)
    {
        var row = new float[blocks.Sum(Block.Width)];
        var from = 0;
        foreach (var block in blocks)
        {
            var measures = reply.Of(block);
            var into = row.AsSpan(from, measures.Length);
            if (standards.TryGetValue(block, out var standard))
            {
                standard.Apply(measures, into);
            }
            else
            {
                TensorPrimitives.Multiply(measures, Block.Scale(block), into);
            }

            from += measures.Length;
        }

        return row;
    }

    /// <summary>Scores before they become probabilities.</summary>
    public float[] Scores(MeasuredReply reply)
    {
        float[] scores = [.. Linear.Biases];
        Span<float> standardised = stackalloc float[MostNamed];
        var from = 0;
        foreach (var block in Blocks)
        {
            var measures = reply.Of(block);
            var isNamed = Standards.TryGetValue(block, out var standard);
            standard?.Apply(measures, standardised);
            for (var at = 0; at < scores.Length; at++)
            {
                var weights = Linear.Weights[at].AsSpan(from, measures.Length);
                scores[at] += isNamed
                    ? TensorPrimitives.Dot<float>(weights, standardised[..measures.Length])
                    : Block.Scale(block) * TensorPrimitives.Dot<float>(weights, measures);
            }

            from += measures.Length;
        }

        return scores;
    }

    /// <summary>Scores of a model that looks at the reply's vector alone, for any vector.</summary>
    public float[] Scores(float[] vector)
    {
        float[] scores = [.. Linear.Biases];
        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] += Block.Scale(Block.ReplyVector) * TensorPrimitives.Dot(Linear.Weights[at], vector);
        }

        return scores;
    }

    /// <summary>Probabilities that can be taken at their word.</summary>
    public float[] Probabilities(MeasuredReply reply) => Calibrated(Scores(reply));

    public float[] Calibrated(float[] scores)
    {
        var result = new float[scores.Length];
        for (var at = 0; at < scores.Length; at++)
        {
            result[at] = (Stretch * scores[at]) + (Shifts.Length > 0 ? Shifts[at] : 0);
        }

        SoftmaxModel.Normalise(result);
        return result;
    }

    /// <summary>The class to decide on, given its probabilities.</summary>
    public int Choose(ReadOnlySpan<float> probabilities) => Choose(probabilities, Favours);

    public static int Choose(ReadOnlySpan<float> probabilities, float[] favours)
    {
        var (best, highest) = (0, float.NegativeInfinity);
        for (var at = 0; at < probabilities.Length; at++)
        {
            var score = MathF.Log(Math.Max(probabilities[at], 1e-9f)) + (favours.Length > 0 ? favours[at] : 0);
            if (score > highest)
            {
                (best, highest) = (at, score);
            }
        }

        return best;
    }
}

/// <summary>Numbers as they stand in the weights file.</summary>
internal static class Digits
{
    /// <summary>The nearest number of six significant digits: what is fitted is what can be read back.</summary>
    public static float Six(float value) =>
        float.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    public static float[] Six(float[] values) => [.. values.Select(Six)];
}
