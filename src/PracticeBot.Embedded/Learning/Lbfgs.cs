using System.Numerics.Tensors;

namespace PracticeBot.Embedded.Learning;

/// <summary>
/// Finds the lowest point of a smooth function (limited-memory BFGS with a backtracking search). One thread and a fixed order of
/// sums, so that the same data always give the same weights.
/// </summary>
internal static class Lbfgs
{
    private const int Memory = 8;
    private const int MostHalvings = 30;

    /// <summary>How much of the promised descent a step must bring (Armijo).</summary>
    private const double Sufficient = 1e-4;

    /// <summary>The value at a point; fills in the gradient there.</summary>
    public delegate double Objective(ReadOnlySpan<double> at, Span<double> gradient);

    /// <param name="start">Where to begin; holds the result.</param>
    /// <param name="objective">What to make small.</param>
    /// <param name="most">At most so many steps.</param>
    /// <param name="tolerance">Stops where the gradient's length falls to this share of the point's own.</param>
    public static void Minimise(double[] start, Objective objective, int most, double tolerance)
    {
        var size = start.Length;
        var gradient = new double[size];
        var value = objective(start, gradient);
        var steps = new List<(double[] Moved, double[] Turned, double Inverse)>();
        var direction = new double[size];
        var next = new double[size];
        var nextGradient = new double[size];
        for (var round = 0; round < most; round++)
        {
            if (TensorPrimitives.Norm<double>(gradient) <= tolerance * Math.Max(1, TensorPrimitives.Norm<double>(start)))
            {
                return;
            }

            Direction(gradient, steps, direction);
            var slope = TensorPrimitives.Dot<double>(direction, gradient);
            if (slope >= 0)
            {
                steps.Clear();
                TensorPrimitives.Negate(gradient, direction);
                slope = -TensorPrimitives.Dot<double>(gradient, gradient);
            }

            var step = steps.Count == 0 ? Math.Min(1, 1 / TensorPrimitives.Norm<double>(gradient)) : 1;
            double nextValue;
            var halvings = 0;
            while (true)
            {
                TensorPrimitives.MultiplyAdd(direction, step, start, next);
                nextValue = objective(next, nextGradient);
                if (nextValue <= value + (Sufficient * step * slope))
                {
                    break;
                }

                if (++halvings == MostHalvings)
                {
                    return;
                }

                step /= 2;
            }

            Remember(steps, start, next, gradient, nextGradient);
            next.CopyTo(start, 0);
            nextGradient.CopyTo(gradient, 0);
            value = nextValue;
        }
    }

    private static void Remember(
        List<(double[] Moved, double[] Turned, double Inverse)> steps, double[] from, double[] to, double[] gradient, double[] nextGradient)
    {
        var moved = new double[from.Length];
        var turned = new double[from.Length];
        TensorPrimitives.Subtract(to, from, moved);
        TensorPrimitives.Subtract(nextGradient, gradient, turned);
        var curvature = TensorPrimitives.Dot<double>(moved, turned);
        if (curvature <= 1e-12)
        {
            return;
        }

        if (steps.Count == Memory)
        {
            steps.RemoveAt(0);
        }

        steps.Add((moved, turned, 1 / curvature));
    }

    /// <summary>The two loops of L-BFGS: the gradient, bent by what the last steps taught about curvature.</summary>
    private static void Direction(double[] gradient, List<(double[] Moved, double[] Turned, double Inverse)> steps, double[] direction)
    {
        TensorPrimitives.Negate(gradient, direction);
        var shares = new double[steps.Count];
        for (var at = steps.Count - 1; at >= 0; at--)
        {
            var (moved, turned, inverse) = steps[at];
            shares[at] = inverse * TensorPrimitives.Dot<double>(moved, direction);
            TensorPrimitives.MultiplyAdd(turned, -shares[at], direction, direction);
        }

        if (steps.Count > 0)
        {
            var (_, turned, inverse) = steps[^1];
            TensorPrimitives.Multiply(direction, 1 / (inverse * TensorPrimitives.Dot<double>(turned, turned)), direction);
        }

        for (var at = 0; at < steps.Count; at++)
        {
            var (moved, turned, inverse) = steps[at];
            var back = inverse * TensorPrimitives.Dot<double>(turned, direction);
            TensorPrimitives.MultiplyAdd(moved, shares[at] - back, direction, direction);
        }
    }
}
