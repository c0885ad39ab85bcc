namespace PracticeBot.Embedded.Features;

/// <summary>Everything that is measured about a reply without the sentence encoder.</summary>
internal static class FeatureSet
{
    private static readonly Feature[] Named =
        [.. LengthFeatures.All, .. QuestionFeatures.All, .. PersonFeatures.All, .. FeelingFeatures.All, .. OverlapFeatures.All, .. StoryFeatures.All];

    /// <summary>The names of the measures, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Named.Select(feature => feature.Name), .. CueFeatures.Names().Select(name => "cue: " + name)];

    private static readonly System.Collections.Frozen.FrozenSet<string> BothTexts = System.Collections.Frozen.FrozenSet.ToFrozenSet(
    [
        .. OverlapFeatures.All.Select(feature => feature.Name), "feelings shared", "feelings near", "feelings new", "feelings missed", "bright to dark",
        "they of the client", "they not of the client", "reply to client length", "client words in question", "words", "client words", "client very short",
    ],
    StringComparer.Ordinal);

    /// <summary>True for a measure that looks at the client's text and the reply together, or at the length of either.</summary>
    public static bool IsBetween(string name) =>
        BothTexts.Contains(name) || name.EndsWith(", both", StringComparison.Ordinal) || name.EndsWith(", only reply", StringComparison.Ordinal);

    public static float[] Measure(Exchange exchange)
    {
        var measures = new float[Names.Count];
        for (var at = 0; at < Named.Length; at++)
        {
            measures[at] = Named[at].Measure(exchange);
        }

        CueFeatures.Measure(exchange, measures.AsSpan(Named.Length));
        return measures;
    }
}
