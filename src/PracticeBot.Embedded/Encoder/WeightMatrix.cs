using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PracticeBot.Embedded.Encoder;

/// <summary>Weights of shape inputs by outputs, and the one product that the network is made of: y = xW + b.</summary>
internal abstract class WeightMatrix
{
    /// <summary>Rows are computed so many at a time; callers' buffers hold a multiple of it.</summary>
    public const int RowsAtOnce = 6;

    protected WeightMatrix(float[] bias, int inputs)
    {
        Bias = bias;
        Inputs = inputs;
    }

    public int Inputs { get; }

    public int Outputs => Bias.Length;

    protected float[] Bias { get; }

    /// <param name="weights">Row by row: inputs times outputs.</param>
    public static WeightMatrix Of(float[] weights, float[] bias) =>
        Vector256.IsHardwareAccelerated ? new InPanels(weights, bias) : new InRows(weights, bias);

    public static int RowsFor(int rows) => (rows + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce;

    /// <param name="x">Rows of <see cref="Inputs"/> numbers.</param>
    /// <param name="y">Rows of <see cref="Outputs"/> numbers; overwritten.</param>
    /// <param name="rows">A multiple of <see cref="RowsAtOnce"/>.</param>
    public abstract void Multiply(ReadOnlySpan<float> x, Span<float> y, int rows);

    /// <summary>
    /// For processors with wide vectors: sixteen outputs stand together, input after input, so that twelve sums stay in registers
    /// while the weights stream past once for six rows.
    /// </summary>
    public sealed class InPanels : WeightMatrix
    {
        private const int Wide = 16;

        private readonly float[] _panels;

        public InPanels(float[] weights, float[] bias)
            : base(bias, weights.Length / bias.Length)
        {
            _panels = new float[weights.Length];
            for (var panel = 0; panel < Outputs / Wide; panel++)
            {
                for (var input = 0; input < Inputs; input++)
                {
                    weights.AsSpan((input * Outputs) + (panel * Wide), Wide).CopyTo(_panels.AsSpan(((panel * Inputs) + input) * Wide, Wide));
                }
            }
        }

        public override void Multiply(ReadOnlySpan<float> x, Span<float> y, int rows)
        {
            for (var panel = 0; panel < Outputs / Wide; panel++)
            {
                for (var row = 0; row < rows; row += RowsAtOnce)
                {
                    Tile(
                        x.Slice(row * Inputs, RowsAtOnce * Inputs),
                        _panels.AsSpan(panel * Inputs * Wide, Inputs * Wide),
                        Bias.AsSpan(panel * Wide, Wide),
                        y.Slice((row * Outputs) + (panel * Wide), ((RowsAtOnce - 1) * Outputs) + Wide));
                }
            }
        }

        // Written out: only named locals stay in registers.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Tile(ReadOnlySpan<float> x, ReadOnlySpan<float> panel, ReadOnlySpan<float> bias, Span<float> y)
        {
            ref var x0 = ref MemoryMarshal.GetReference(x);
            ref var x1 = ref Unsafe.Add(ref x0, Inputs);
            ref var x2 = ref Unsafe.Add(ref x1, Inputs);
            ref var x3 = ref Unsafe.Add(ref x2, Inputs);
            ref var x4 = ref Unsafe.Add(ref x3, Inputs);
            ref var x5 = ref Unsafe.Add(ref x4, Inputs);
            ref var w = ref MemoryMarshal.GetReference(panel);
            var left = Vector256.Create(bias);
            var right = Vector256.Create(bias[8..]);
            Vector256<float> a0 = left, a1 = left, a2 = left, a3 = left, a4 = left, a5 = left;
            Vector256<float> b0 = right, b1 = right, b2 = right, b3 = right, b4 = right, b5 = right;
            for (nint input = 0; input < Inputs; input++)
            {
                var wa = Vector256.LoadUnsafe(ref w);
                var wb = Vector256.LoadUnsafe(ref w, 8);
                w = ref Unsafe.Add(ref w, Wide);

                var value = Vector256.Create(Unsafe.Add(ref x0, input));
                a0 = Vector256.MultiplyAddEstimate(value, wa, a0);
                b0 = Vector256.MultiplyAddEstimate(value, wb, b0);
                value = Vector256.Create(Unsafe.Add(ref x1, input));
                a1 = Vector256.MultiplyAddEstimate(value, wa, a1);
                b1 = Vector256.MultiplyAddEstimate(value, wb, b1);
                value = Vector256.Create(Unsafe.Add(ref x2, input));
                a2 = Vector256.MultiplyAddEstimate(value, wa, a2);
                b2 = Vector256.MultiplyAddEstimate(value, wb, b2);
                value = Vector256.Create(Unsafe.Add(ref x3, input));
                a3 = Vector256.MultiplyAddEstimate(value, wa, a3);
                b3 = Vector256.MultiplyAddEstimate(value, wb, b3);
                value = Vector256.Create(Unsafe.Add(ref x4, input));
                a4 = Vector256.MultiplyAddEstimate(value, wa, a4);
                b4 = Vector256.MultiplyAddEstimate(value, wb, b4);
                value = Vector256.Create(Unsafe.Add(ref x5, input));
                a5 = Vector256.MultiplyAddEstimate(value, wa, a5);
                b5 = Vector256.MultiplyAddEstimate(value, wb, b5);
            }

            Store(y, 0, a0, b0);
            Store(y, 1, a1, b1);
            Store(y, 2, a2, b2);
            Store(y, 3, a3, b3);
            Store(y, 4, a4, b4);
            Store(y, 5, a5, b5);
        }

        private void Store(Span<float> y, int row, Vector256<float> left, Vector256<float> right)
        {
            var destination = y.Slice(row * Outputs, Wide);
            left.CopyTo(destination);
            right.CopyTo(destination[8..]);
        }
    }

    /// <summary>For all others: weights as they were published, one input after the other.</summary>
    public sealed class InRows(float[] weights, float[] bias) : WeightMatrix(bias, weights.Length / bias.Length)
    {
        public override void Multiply(ReadOnlySpan<float> x, Span<float> y, int rows)
        {
            for (var row = 0; row < rows; row++)
            {
                var sums = y.Slice(row * Outputs, Outputs);
                Bias.CopyTo(sums);
                for (var input = 0; input < Inputs; input++)
                {
                    AddScaled(x[(row * Inputs) + input], weights.AsSpan(input * Outputs, Outputs), sums);
                }
            }
        }
    }

    /// <summary>sums += factor * values.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> values, Span<float> sums)
    {
        var scale = new Vector<float>(factor);
        var at = 0;
        for (; at <= values.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            Vector.MultiplyAddEstimate(scale, new Vector<float>(values[at..]), new Vector<float>(sums[at..])).CopyTo(sums[at..]);
        }

        for (; at < values.Length; at++)
        {
            sums[at] += factor * values[at];
        }
    }

    /// <summary>The sum of products.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at <= a.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            sums = Vector.MultiplyAddEstimate(new Vector<float>(a[at..]), new Vector<float>(b[at..]), sums);
        }

        var sum = Vector.Sum(sums);
        for (; at < a.Length; at++)
        {
            sum += a[at] * b[at];
        }

        return sum;
    }
}
