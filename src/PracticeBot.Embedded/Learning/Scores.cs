namespace PracticeBot.Embedded.Learning;

/// <summary>Measures of agreement between predicted and human labels.</summary>
public static class Scores
{
    /// <summary>The mean of the classes' F1 scores, each class counting the same; classes that occur nowhere are left out.</summary>
    public static double MacroF1(IReadOnlyList<int> truth, IReadOnlyList<int> predicted, int classes)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        var (right, said, held) = (new int[classes], new int[classes], new int[classes]);
        for (var at = 0; at < truth.Count; at++)
        {
            held[truth[at]]++;
            said[predicted[at]]++;
            if (truth[at] == predicted[at])
            {
                right[truth[at]]++;
            }
        }

        var (sum, counted) = (0.0, 0);
        for (var k = 0; k < classes; k++)
        {
            if (held[k] + said[k] > 0)
            {
                sum += 2.0 * right[k] / (held[k] + said[k]);
                counted++;
            }
        }

        return counted == 0 ? 0 : sum / counted;
    }

    /// <summary>F1 of one class; not a number where it occurs nowhere.</summary>
    public static double F1(IReadOnlyList<int> truth, IReadOnlyList<int> predicted, int one)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        var (right, both) = (0, 0);
        for (var at = 0; at < truth.Count; at++)
        {
            right += truth[at] == one && predicted[at] == one ? 1 : 0;
            both += (truth[at] == one ? 1 : 0) + (predicted[at] == one ? 1 : 0);
        }

        return both == 0 ? double.NaN : 2.0 * right / both;
    }

    public static double Accuracy(IReadOnlyList<int> truth, IReadOnlyList<int> predicted) =>
        truth.Count == 0 ? 0 : truth.Zip(predicted, (one, other) => one == other ? 1.0 : 0.0).Average();

    /// <summary>Agreement beyond chance (Cohen).</summary>
    public static double Kappa(IReadOnlyList<int> truth, IReadOnlyList<int> predicted, int classes)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        var (held, said) = (new double[classes], new double[classes]);
        for (var at = 0; at < truth.Count; at++)
        {
            held[truth[at]]++;
            said[predicted[at]]++;
        }

        var chance = 0.0;
        for (var k = 0; k < classes; k++)
        {
            chance += held[k] * said[k] / truth.Count / truth.Count;
        }

        return chance >= 1 ? 0 : (Accuracy(truth, predicted) - chance) / (1 - chance);
    }

    /// <summary>How often a positive outscores a negative, ties counting half (area under the ROC curve).</summary>
    public static double Auc(IReadOnlyList<double> positives, IReadOnlyList<double> negatives)
    {
        ArgumentNullException.ThrowIfNull(positives);
        ArgumentNullException.ThrowIfNull(negatives);
        if (positives.Count == 0 || negatives.Count == 0)
        {
            return double.NaN;
        }

        var all = positives.Select(score => (score, IsPositive: true)).Concat(negatives.Select(score => (score, IsPositive: false)))
            .OrderBy(entry => entry.score).ToArray();
        var rankSum = 0.0;
        for (var at = 0; at < all.Length;)
        {
            var end = at;
            while (end < all.Length && all[end].score == all[at].score)
            {
                end++;
            }

            var rank = (at + 1 + end) / 2.0;
            for (var tied = at; tied < end; tied++)
            {
                rankSum += all[tied].IsPositive ? rank : 0;
            }

            at = end;
        }

        return (rankSum - (positives.Count * (positives.Count + 1.0) / 2)) / positives.Count / negatives.Count;
    }

    /// <summary>The gap between how sure the predictions are and how often they are right, over ten bins of sureness.</summary>
    public static double CalibrationError(IReadOnlyList<(double Confidence, bool IsRight)> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        const int Bins = 10;
        return predictions
            .GroupBy(prediction => Math.Min(Bins - 1, (int)(prediction.Confidence * Bins)))
            .Sum(bin => (double)bin.Count() / predictions.Count
                * Math.Abs(bin.Average(prediction => prediction.Confidence) - bin.Average(prediction => prediction.IsRight ? 1.0 : 0.0)));
    }
}
