using System.Runtime.CompilerServices;
using PracticeBot.Core.Personas;

namespace PracticeBot.Embedded.Learning;

/// <summary>The phrases by which each hidden moment may be met, as vectors; made once for all replies to it.</summary>
internal sealed class MeaningVectors(TextEncoder encoder)
{
    /// <summary>So many phrases are looked at, the nearest ones; one alone may be near by accident.</summary>
    private const int Nearest = 3;

    private readonly ConditionalWeakTable<Layer, float[][]> known = [];

    /// <returns>The mean cosine with the nearest phrases, -1 to 1.</returns>
    public float NearnessOf(Layer moment, float[] reply) =>
        Of(moment).Select(phrase => MeasuredReply.Cosine(phrase, reply)).OrderDescending().Take(Nearest).DefaultIfEmpty().Average();

    private float[][] Of(Layer moment) => known.GetValue(moment, layer =>
    {
        string[] phrases = layer.MeaningWords.Count > 0 ? [.. layer.MeaningWords] : [layer.Meaning];
        return [.. phrases.Select(phrase => encoder(phrase)).OfType<float[]>()];
    });
}
