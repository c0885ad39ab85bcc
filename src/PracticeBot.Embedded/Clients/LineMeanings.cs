using System.Numerics.Tensors;
using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients;

/// <summary>A persona's lines as the encoder hears them, less what all of them have in common: her voice.</summary>
internal sealed class LineMeanings
{
    private readonly float[] common = new float[SentenceEncoder.Dimensions];
    private readonly Dictionary<string, float[]> lines = new(StringComparer.Ordinal);

    /// <param name="all">Her lines; what has a slot to fill means what is filled in, and is left out.</param>
    /// <param name="encoder">Encodes each of them once.</param>
    public LineMeanings(IEnumerable<PreparedLine> all, SentenceEncoder encoder)
    {
        foreach (var line in all.Where(line => line is { TakesPhrase: false, TakesEarlier: false }))
        {
            if (!lines.ContainsKey(line.Template) && encoder.Encode(Words.Lower(SpokenText.Of(line.Template))) is { } meaning)
            {
                lines.Add(line.Template, meaning);
            }
        }

        foreach (var meaning in lines.Values)
        {
            TensorPrimitives.MultiplyAdd(meaning, 1f / lines.Count, common, common);
        }

        foreach (var meaning in lines.Values)
        {
            Tell(meaning);
        }
    }

    /// <summary>What an encoded reply is about, to be held against her lines.</summary>
    public float[] Of(float[] reply)
    {
        float[] meaning = [.. reply];
        Tell(meaning);
        return meaning;
    }

    /// <summary>How much a line is about the same, a cosine; 0 for a line that says nothing by itself.</summary>
    public double Likeness(PreparedLine line, float[] meaning) =>
        lines.TryGetValue(line.Template, out var own) ? SentenceEncoder.Cosine(own, meaning) : 0;

    /// <summary>Leaves what tells it from the rest.</summary>
    private void Tell(float[] meaning)
    {
        TensorPrimitives.Subtract(meaning, common, meaning);
        TensorPrimitives.Divide(meaning, Math.Max(TensorPrimitives.Norm<float>(meaning), float.Epsilon), meaning);
    }
}
