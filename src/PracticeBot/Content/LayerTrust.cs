using PracticeBot.Content.Format;

namespace PracticeBot.Content;

/// <summary>Trust above the start at which each layer opens, also where a file leaves it out.</summary>
public static class LayerTrust
{
    /// <summary>Trust above the start that the core takes in the shipped personas.</summary>
    private const double Core = 32;

    /// <summary>
    /// What the file says; without a word in the whole file the rubric's steps; beside layers that do say, a layer that does not
    /// opens as soon as the one before it.
    /// </summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<LayerPart> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.All(layer => layer.Trust is null))
        {
            return Steps(layers.Count);
        }

        var trust = new List<double>(layers.Count);
        foreach (var layer in layers)
        {
            trust.Add(layer.Trust?.Value ?? trust.LastOrDefault());
        }

        return trust;
    }

    private static double[] Steps(int layers) => layers switch
    {
        <= 4 => [.. new double[] { 0, 10, 20, Core }.Take(layers)],
        5 => [0, 7, 15, 24, Core],
        6 => [0, 5, 10, 18, 25, Core],
        _ => [.. Enumerable.Range(0, layers).Select(layer => Math.Round(Core * layer / (layers - 1), 1))],
    };
}
