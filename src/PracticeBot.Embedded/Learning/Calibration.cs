namespace PracticeBot.Embedded.Learning;

/// <summary>Makes a model's probabilities honest and its decisions balanced, from scores on rows that it was not fitted to.</summary>
internal static class Calibration
{
    private const int MostSteps = 200;
    private const int Resamples = 20;
    private const int Rounds = 3;
    private const int Reach = 12;
    private const float Step = 0.15f;

    /// <summary>One stretch and a shift for each class, by the likelihood of the true labels.</summary>
    public static (float Stretch, float[] Shifts) Fit(IReadOnlyList<float[]> scores, int[] labels, int classes)
    {
        var point = new double[classes + 1];
        point[0] = 1;
        Lbfgs.Minimise(point, Loss, MostSteps, 1e-6);
        return (Digits.Six((float)point[0]), Digits.Six([.. point.Skip(1).Select(value => (float)value)]));

        double Loss(ReadOnlySpan<double> at, Span<double> gradient)
        {
            gradient.Clear();
            var loss = 0.0;
            Span<double> chances = stackalloc double[classes];
            for (var row = 0; row < scores.Count; row++)
            {
                var highest = double.NegativeInfinity;
                for (var k = 0; k < classes; k++)
                {
                    chances[k] = (at[0] * scores[row][k]) + at[k + 1];
                    highest = Math.Max(highest, chances[k]);
                }

                var sum = 0.0;
                for (var k = 0; k < classes; k++)
                {
                    chances[k] = Math.Exp(chances[k] - highest);
                    sum += chances[k];
                }

                for (var k = 0; k < classes; k++)
                {
                    chances[k] /= sum;
                    var error = chances[k] - (labels[row] == k ? 1 : 0);
                    gradient[0] += error * scores[row][k] / scores.Count;
                    gradient[k + 1] += error / scores.Count;
                }

                loss -= Math.Log(Math.Max(chances[labels[row]], 1e-12)) / scores.Count;
            }

            for (var k = 0; k <= classes; k++)
            {
                gradient[k] += 1e-4 * (k == 0 ? at[k] - 1 : at[k]);
                loss += 0.5e-4 * (k == 0 ? (at[k] - 1) * (at[k] - 1) : at[k] * at[k]);
            }

            return loss;
        }
    }

    /// <summary>How much each class is favoured so that every class's F1 counts the same, judged on many resamplings of the rows.</summary>
    public static float[] Favour(IReadOnlyList<float[]> probabilities, int[] labels, int classes)
    {
        var draws = Draws(labels.Length);
        var favours = new float[classes];
        var best = Score(favours);
        for (var round = 0; round < Rounds; round++)
        {
            for (var k = 0; k < classes; k++)
            {
                var kept = favours[k];
                var from = favours[k];
                for (var step = -Reach; step <= Reach; step++)
                {
                    favours[k] = from + (step * Step);
                    var score = Score(favours);
                    if (score > best + 1e-6)
                    {
                        (best, kept) = (score, favours[k]);
                    }
                }

                favours[k] = kept;
            }
        }

        return Digits.Six(favours);

        double Score(float[] tried)
        {
            var chosen = probabilities.Select(row => BlockModel.Choose(row, tried)).ToArray();
            var sum = 0.0;
            foreach (var draw in draws)
            {
                var (right, said, held) = (new int[classes], new int[classes], new int[classes]);
                foreach (var row in draw)
                {
                    held[labels[row]]++;
                    said[chosen[row]]++;
                    right[chosen[row]] += chosen[row] == labels[row] ? 1 : 0;
                }

                for (var k = 0; k < classes; k++)
                {
                    sum += held[k] + said[k] == 0 ? 0 : 2.0 * right[k] / (held[k] + said[k]) / classes;
                }
            }

            return sum / draws.Length;
        }
    }

    private static int[][] Draws(int count)
    {
#pragma warning disable CA5394 // The same draws each time.
        var random = new Random(1);
        return [.. Enumerable.Range(0, Resamples).Select(_ => Enumerable.Range(0, count).Select(_ => random.Next(count)).ToArray())];
#pragma warning restore CA5394
    }
}
