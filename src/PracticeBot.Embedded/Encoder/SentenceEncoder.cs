using System.Collections.Concurrent;

namespace PracticeBot.Embedded.Encoder;

/// <summary>
/// Universal Sentence Encoder Lite (Cer et al. 2018; Apache-2.0): a text becomes 512 numbers of unit length, and texts of like meaning
/// lie close. Two transformer layers over at most 128 pieces, their mean, one dense layer. Safe to share between threads.
/// </summary>
public sealed class SentenceEncoder
{
    /// <summary>Numbers in a vector.</summary>
    public const int Dimensions = 512;

    /// <summary>What stands behind them is not read.</summary>
    public const int MostTokens = 128;

    private const int EmbeddingWidth = 256;
    private const int Pieces = 8002;

    private readonly SentencePieces _pieces;
    private readonly float[] _embeddings;
    private readonly float[] _timing;
    private readonly TransformerLayer _first;
    private readonly TransformerLayer _second;
    private readonly WeightMatrix _dense;
    private readonly ConcurrentBag<EncoderScratch> _scratch = [];

    private SentenceEncoder(EncoderPackage package)
    {
        const string Hidden = "module/Encoder_en/hidden_layers/tanh_layer_0/";
        _pieces = SentencePieces.Read(package.Vocabulary);
        _embeddings = package.Floats("module/Embeddings_en", Pieces, EmbeddingWidth);
        _timing = Timing(package.Floats(
            "module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1", 1, EmbeddingWidth / 2));
        _first = new TransformerLayer(package, 0, EmbeddingWidth);
        _second = new TransformerLayer(package, 1, TransformerLayer.Width);
        _dense = WeightMatrix.Of(package.Floats($"{Hidden}weights", Dimensions, Dimensions), package.Floats($"{Hidden}bias", Dimensions));
    }

    /// <param name="folder">Where the files of the package's <c>dist</c> lie.</param>
    /// <exception cref="EncoderFileException">One is missing or damaged, or this system cannot normalise Unicode.</exception>
    public static SentenceEncoder Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new SentenceEncoder(EncoderPackage.Read(folder));
    }

    /// <summary>How alike two vectors' texts are: the cosine, -1 to 1. Both are of unit length, as <see cref="Encode"/> gives them.</summary>
    /// <exception cref="ArgumentException">One is not of <see cref="Dimensions"/> numbers.</exception>
    public static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Length, Dimensions, nameof(a));
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, Dimensions, nameof(b));
        return WeightMatrix.Dot(a, b);
    }

    /// <summary>The vector of a text, of unit length; null for an empty text, which has none.</summary>
    public float[]? Encode(string text)
    {
        var vector = new float[Dimensions];
        return TryEncode(text, vector) ? vector : null;
    }

    /// <summary>The same into a caller's buffer.</summary>
    /// <param name="vector">Room for <see cref="Dimensions"/> numbers.</param>
    /// <returns>False for an empty text.</returns>
    /// <exception cref="ArgumentException">The buffer is too small.</exception>
    public bool TryEncode(string text, Span<float> vector)
    {
        if (vector.Length < Dimensions)
        {
            throw new ArgumentException($"A vector takes {Dimensions} numbers; there is room for {vector.Length}.", nameof(vector));
        }

        var ids = IdsOf(text);
        if (ids.Length == 0)
        {
            return false;
        }

        var tokens = ids.AsSpan(0, Math.Min(ids.Length, MostTokens));
        var scratch = _scratch.TryTake(out var used) ? used : new EncoderScratch();
        Forward(tokens, scratch, vector);
        _scratch.Add(scratch);
        return true;
    }

    /// <summary>The pieces of a text, those that are not read included.</summary>
    internal int[] IdsOf(string text) => _pieces.IdsOf(text);

    internal void Forward(ReadOnlySpan<int> tokens, EncoderScratch scratch, Span<float> vector)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            var embedding = _embeddings.AsSpan(tokens[at] * EmbeddingWidth, EmbeddingWidth);
            var state = scratch.State.AsSpan(at * EmbeddingWidth, EmbeddingWidth);
            _timing.AsSpan(at * EmbeddingWidth, EmbeddingWidth).CopyTo(state);
            // Twice: the published graph adds it to its own sum with the timing.
            WeightMatrix.AddScaled(2, embedding, state);
        }

        _first.Apply(scratch, tokens.Length);
        _second.Apply(scratch, tokens.Length);

        var mean = scratch.Normal.AsSpan(0, WeightMatrix.RowsAtOnce * Dimensions);
        mean.Clear();
        for (var at = 0; at < tokens.Length; at++)
        {
            WeightMatrix.AddScaled(1f / tokens.Length, scratch.State.AsSpan(at * Dimensions, Dimensions), mean[..Dimensions]);
        }

        _dense.Multiply(mean, scratch.Kept, WeightMatrix.RowsAtOnce);
        var squares = 0f;
        for (var at = 0; at < Dimensions; at++)
        {
            vector[at] = MathF.Tanh(scratch.Kept[at]);
            squares += vector[at] * vector[at];
        }

        var length = MathF.Sqrt(Math.Max(squares, 1e-12f));
        foreach (ref var value in vector[..Dimensions])
        {
            value /= length;
        }
    }

    /// <summary>Where a token stands: sines of its place at falling frequencies, then their cosines.</summary>
    private static float[] Timing(float[] frequencies)
    {
        var timing = new float[MostTokens * EmbeddingWidth];
        for (var place = 0; place < MostTokens; place++)
        {
            var row = timing.AsSpan(place * EmbeddingWidth, EmbeddingWidth);
            for (var at = 0; at < frequencies.Length; at++)
            {
                (row[at], row[frequencies.Length + at]) = MathF.SinCos(place * frequencies[at]);
            }
        }

        return timing;
    }
}
