namespace PracticeBot.Embedded.Features;

/// <summary>One thing that is measured about a reply.</summary>
/// <param name="Name">Names the weight in the weights file.</param>
/// <param name="Measure">A number of ordinary size; it is standardised when a model is fitted.</param>
internal readonly record struct Feature(string Name, Func<Exchange, float> Measure)
{
    /// <summary>Counts matter less the more there are.</summary>
    public static float Log(int count) => MathF.Log(1 + count);
}
