namespace PracticeBot.Embedded.Encoder;

/// <summary>Brings each row to mean 0 and variance 1, then scales and shifts it.</summary>
internal sealed class LayerNorm(float[] scale, float[] bias)
{
    private const float Epsilon = 1e-6f;

    public void Apply(ReadOnlySpan<float> x, Span<float> y, int rows)
    {
        var width = scale.Length;
        for (var row = 0; row < rows; row++)
        {
            var from = x.Slice(row * width, width);
            var to = y.Slice(row * width, width);
            var sum = 0f;
            foreach (var value in from)
            {
                sum += value;
            }

            var mean = sum / width;
            var squares = 0f;
            foreach (var value in from)
            {
                squares += (value - mean) * (value - mean);
            }

            var factor = 1 / MathF.Sqrt((squares / width) + Epsilon);
            for (var at = 0; at < width; at++)
            {
                to[at] = (scale[at] * (from[at] - mean) * factor) + bias[at];
            }
        }
    }
}
