namespace PracticeBot.Embedded.Encoder;

/// <summary>Attention and a feed-forward step, each on normalised input and added to what came in.</summary>
internal sealed class TransformerLayer
{
    public const int Width = 512;
    public const int Inner = 1536;
    public const int Heads = 4;

    private readonly int _inputs;
    private readonly float _queryScale;
    private readonly WeightMatrix? _residual;
    private readonly LayerNorm _beforeAttention;
    private readonly WeightMatrix _queryKeyValue;
    private readonly WeightMatrix _attended;
    private readonly LayerNorm _beforeFeedForward;
    private readonly WeightMatrix _widen;
    private readonly WeightMatrix _narrow;

    /// <param name="layer">0 or 1, as the package counts.</param>
    /// <param name="inputs">How wide what comes in is; the first layer takes half, and projects it for its residual.</param>
    public TransformerLayer(EncoderPackage package, int layer, int inputs)
    {
        const string Encode = "Encoder_en/KonaTransformer/Encode/";
        var trained = $"module/{Encode}Layer_{layer}/TransformerLayer/";
        var joined = $"module_apply_default/{Encode}Layer_{layer}/TransformerLayer/";
        var computed = $"module_apply_default/{Encode}TransformerStack/Layer_{layer}/TransformerLayer/";
        const string Whole = "/ConcatPartitions/concat";

        _inputs = inputs;
        _queryScale = package.Floats($"{computed}MultiheadAttention/mul/y")[0];
        _residual = inputs == Width
            ? null
            : WeightMatrix.Of(package.Floats($"{joined}dense/kernel{Whole}", inputs, Width), package.Floats($"{joined}dense/bias{Whole}", Width));
        _beforeAttention = Norm($"{joined}layer_prepostprocess/layer_norm/", inputs);
        _queryKeyValue = WeightMatrix.Of(
            package.Floats($"{trained}MultiheadAttention/qkv_transform_single/kernel/part_0", 1, 1, inputs, 3 * inputs),
            package.Floats($"{joined}MultiheadAttention/qkv_transform_single/bias{Whole}", 3 * inputs));
        _attended = WeightMatrix.Of(
            package.Floats($"{trained}MultiheadAttention/output_transform_single/kernel/part_0", 1, 1, inputs, Width),
            package.Floats($"{joined}MultiheadAttention/output_transform_single/bias{Whole}", Width));
        _beforeFeedForward = Norm($"{joined}FFN/layer_prepostprocess/layer_norm/", Width);
        _widen = WeightMatrix.Of(
            package.Floats($"{computed}FFN/conv1/Tensordot/Reshape_1", Width, Inner), package.Floats($"{joined}FFN/conv1/bias{Whole}", Inner));
        _narrow = WeightMatrix.Of(
            package.Floats($"{computed}FFN/conv2/Tensordot/Reshape_1", Inner, Width), package.Floats($"{joined}FFN/conv2/bias{Whole}", Width));

        LayerNorm Norm(string name, int width) => new(
            package.Floats($"{name}layer_norm_scale{Whole}", width), package.Floats($"{name}layer_norm_bias{Whole}", width));
    }

    /// <summary>Reads <see cref="EncoderScratch.State"/> and leaves the layer's result there.</summary>
    public void Apply(EncoderScratch scratch, int tokens)
    {
        var rows = WeightMatrix.RowsFor(tokens);
        _beforeAttention.Apply(scratch.State, scratch.Normal, tokens);
        _queryKeyValue.Multiply(scratch.Normal, scratch.Wide, rows);
        Attend(scratch, tokens);
        if (_residual is null)
        {
            scratch.State.AsSpan(0, rows * Width).CopyTo(scratch.Kept);
        }
        else
        {
            _residual.Multiply(scratch.State, scratch.Kept, rows);
        }

        _attended.Multiply(scratch.Normal, scratch.State, rows);
        Add(scratch.Kept, scratch.State, tokens);

        _beforeFeedForward.Apply(scratch.State, scratch.Normal, tokens);
        _widen.Multiply(scratch.Normal, scratch.Wide, rows);
        foreach (ref var value in scratch.Wide.AsSpan(0, rows * Inner))
        {
            value = Math.Max(value, 0);
        }

        scratch.State.AsSpan(0, rows * Width).CopyTo(scratch.Kept);
        _narrow.Multiply(scratch.Wide, scratch.State, rows);
        Add(scratch.Kept, scratch.State, tokens);
    }

    private static void Add(float[] kept, float[] state, int tokens) => WeightMatrix.AddScaled(1, kept.AsSpan(0, tokens * Width), state.AsSpan(0, tokens * Width));

    /// <summary>Every token looks at every token; what it gathers goes into <see cref="EncoderScratch.Normal"/>.</summary>
    private void Attend(EncoderScratch scratch, int tokens)
    {
        var head = _inputs / Heads;
        var weights = scratch.Weights.AsSpan(0, tokens);
        scratch.Normal.AsSpan(0, WeightMatrix.RowsFor(tokens) * _inputs).Clear();
        for (var channel = 0; channel < _inputs; channel += head)
        {
            for (var token = 0; token < tokens; token++)
            {
                var query = Part(scratch.Wide, token, channel, head);
                for (var other = 0; other < tokens; other++)
                {
                    weights[other] = _queryScale * WeightMatrix.Dot(query, Part(scratch.Wide, other, _inputs + channel, head));
                }

                Softmax(weights);
                var gathered = scratch.Normal.AsSpan((token * _inputs) + channel, head);
                for (var other = 0; other < tokens; other++)
                {
                    WeightMatrix.AddScaled(weights[other], Part(scratch.Wide, other, (2 * _inputs) + channel, head), gathered);
                }
            }
        }
    }

    private ReadOnlySpan<float> Part(float[] queryKeyValue, int token, int from, int length) =>
        queryKeyValue.AsSpan((token * 3 * _inputs) + from, length);

    private static void Softmax(Span<float> logits)
    {
        var largest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var sum = 0f;
        foreach (ref var logit in logits)
        {
            logit = MathF.Exp(logit - largest);
            sum += logit;
        }

        foreach (ref var logit in logits)
        {
            logit /= sum;
        }
    }
}
