using System.Numerics.Tensors;
using PracticeBot.Embedded.Features;

namespace PracticeBot.Embedded.Learning;

/// <summary>A text with its sentences and what the encoder makes of them; computed once, however many replies answer it.</summary>
public sealed class EncodedText
{
    private static readonly float[] Nothing = new float[Block.VectorSize];

    private readonly Lazy<float[][]> vectors;

    private EncodedText(TextView view, TextEncoder encoder)
    {
        View = view;
        Whole = Encode(view.Original);
        Sentences = [.. Enumerable.Range(0, view.Sentences.Count).Select(view.SentenceText)];
        vectors = new(() => Sentences.Length == 1 && Sentences[0].Length == view.Original.Length ? [Whole] : [.. Sentences.Select(Encode)]);

        float[] Encode(string words) => words.Length == 0 ? Nothing : encoder(words) ?? Nothing;
    }

    /// <summary>As received.</summary>
    public string Text => View.Original;

    internal TextView View { get; }

    /// <summary>Takes in what a client said.</summary>
    public static EncodedText OfClient(string text, TextEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(encoder);
        return new EncodedText(TextView.OfClient(text), encoder);
    }

    /// <summary>Takes in a reply.</summary>
    public static EncodedText OfReply(string text, TextEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(encoder);
        return new EncodedText(TextView.OfReply(text), encoder);
    }

    /// <summary>The vector of the whole text.</summary>
    internal float[] Whole { get; }

    internal string[] Sentences { get; }

    /// <summary>A vector for each sentence; made when first asked for.</summary>
    internal float[][] Vectors => vectors.Value;
}

/// <summary>A reply with everything that the models look at.</summary>
internal sealed class MeasuredReply
{
    private readonly Dictionary<string, float[]> blocks = new(StringComparer.Ordinal);

    private MeasuredReply(EncodedText client, EncodedText reply, Exchange exchange, float[] vector)
    {
        Client = client;
        Reply = reply;
        Exchange = exchange;
        Vector = vector;
    }

    public EncodedText Client { get; }

    public EncodedText Reply { get; }

    public Exchange Exchange { get; }

    /// <summary>The vector of what is measured: the whole reply, or one sentence of it.</summary>
    public float[] Vector { get; }

    /// <summary>Where a sentence stands in its reply; all zero for a whole reply.</summary>
    public float[] Place { get; private init; } = new float[Block.PlaceNames.Length];

    public static MeasuredReply Of(EncodedText client, EncodedText reply) =>
        new(client, reply, new Exchange(client.View, reply.View), reply.Whole);

    /// <summary>Each sentence of the reply, measured as if it were the whole.</summary>
    public MeasuredReply[] Sentences()
    {
        var count = Reply.Sentences.Length;
        if (count == 1)
        {
            return [With(Exchange, Vector, Place0(0, 1))];
        }

        return [.. Enumerable.Range(0, count).Select(at => With(new Exchange(Exchange, Reply.View.Part(at)), Reply.Vectors[at], Place0(at, count)))];

        MeasuredReply With(Exchange exchange, float[] vector, float[] place) => new(Client, Reply, exchange, vector) { Place = place };

        static float[] Place0(int at, int count) => [at == 0 ? 1 : 0, at == count - 1 ? 1 : 0, at / (float)count, MathF.Log(count)];
    }

    /// <summary>What stands under a name: computed at first use, or set by <see cref="Set"/>.</summary>
    public float[] Of(string block)
    {
        if (!blocks.TryGetValue(block, out var measures))
        {
            blocks[block] = measures = Block.Measure(block, this);
        }

        return measures;
    }

    /// <summary>Gives what other models made of this reply.</summary>
    public void Set(string block, float[] measures) => blocks[block] = measures;

    /// <summary>How near the vectors are, -1 to 1.</summary>
    public static float Cosine(float[] one, float[] other) => TensorPrimitives.Dot(one, other);
}
