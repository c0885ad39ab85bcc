using System.Numerics.Tensors;

namespace PracticeBot.Embedded.Learning;

/// <summary>Fits a <see cref="SoftmaxModel"/>: weighted cross-entropy with a penalty on large weights (L2; biases go free).</summary>
internal static class SoftmaxTrainer
{
    private const int MostSteps = 300;
    private const double Tolerance = 1e-4;

    /// <param name="rows">Standardised measures, one row an example.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="penalty">How much large weights cost, against the mean loss of a row.</param>
    /// <param name="rowWeights">How much each row counts; null where all count the same.</param>
    public static SoftmaxModel Fit(float[][] rows, int[] labels, int classes, double penalty, float[]? rowWeights = null)
    {
        var width = rows[0].Length;
        var point = new double[classes * (width + 1)];
        var weights = Enumerable.Range(0, classes).Select(_ => new float[width]).ToArray();
        var biases = new float[classes];
        var slopes = Enumerable.Range(0, classes).Select(_ => new float[width]).ToArray();
        var scores = new float[classes];
        var total = rowWeights?.Sum(weight => (double)weight) ?? rows.Length;

        Lbfgs.Minimise(point, Loss, MostSteps, Tolerance);
        Take(point);
        return new SoftmaxModel(weights, biases);

        double Loss(ReadOnlySpan<double> at, Span<double> gradient)
        {
            Take(at);
            var biasSlopes = new double[classes];
            foreach (var slope in slopes)
            {
                Array.Clear(slope);
            }

            var loss = 0.0;
            for (var row = 0; row < rows.Length; row++)
            {
                var measures = rows[row];
                var weight = rowWeights?[row] ?? 1f;
                for (var k = 0; k < classes; k++)
                {
                    scores[k] = biases[k] + TensorPrimitives.Dot(weights[k], measures);
                }

                SoftmaxModel.Normalise(scores);
                loss -= weight * Math.Log(Math.Max(scores[labels[row]], 1e-12f));
                for (var k = 0; k < classes; k++)
                {
                    var error = weight * (scores[k] - (k == labels[row] ? 1 : 0));
                    biasSlopes[k] += error;
                    TensorPrimitives.MultiplyAdd(measures, error, slopes[k], slopes[k]);
                }
            }

            var cost = loss / total;
            for (var k = 0; k < classes; k++)
            {
                var from = k * (width + 1);
                for (var column = 0; column < width; column++)
                {
                    gradient[from + column] = (slopes[k][column] / total) + (penalty * at[from + column]);
                    cost += penalty / 2 * at[from + column] * at[from + column];
                }

                gradient[from + width] = biasSlopes[k] / total;
            }

            return cost;
        }

        void Take(ReadOnlySpan<double> at)
        {
            for (var k = 0; k < classes; k++)
            {
                var from = k * (width + 1);
                for (var column = 0; column < width; column++)
                {
                    weights[k][column] = (float)at[from + column];
                }

                biases[k] = (float)at[from + width];
            }
        }
    }
}
