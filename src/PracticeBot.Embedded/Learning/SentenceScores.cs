namespace PracticeBot.Embedded.Learning;

/// <summary>How strongly each sentence of a reply shows emotional reaction, interpretation, exploration, drawn together for the whole.</summary>
internal static class SentenceScores
{
    public static readonly string[] Mechanisms = ["er", "ip", "ex"];

    /// <summary>What a sentence model looks at.</summary>
    public static readonly string[] Blocks = [Block.Features, Block.Place, Block.ReplyVector, Block.Product];

    private static readonly string[] Measures =
    [
        "any sentence", "any strong sentence", "weakest best", "strongest", "most of any", "sum of strong", "sum of weak", "first sentence", "first strong", "mean strong", "mean of any",
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Mechanisms.SelectMany(mechanism => Measures.Select(name => mechanism + " " + name))];

    public static string ModelOf(string mechanism) => "sentence." + mechanism;

    /// <param name="sentences">For each mechanism, for each sentence: none, weak, strong.</param>
    public static float[] Gather(IReadOnlyList<float[][]> sentences) => [.. sentences.SelectMany(Gather)];

    private static float[] Gather(float[][] sentences)
    {
        if (sentences.Length == 0)
        {
            return [.. Measures.Select(name => name.StartsWith("sum", StringComparison.Ordinal) || name.StartsWith("mean", StringComparison.Ordinal) ? 0 : Advisers.LogOdds(0))];
        }

        var (none, weak) = (1f, 1f);
        foreach (var sentence in sentences)
        {
            none *= sentence[0];
            weak *= 1 - sentence[2];
        }

        return
        [
            Advisers.LogOdds(1 - none), Advisers.LogOdds(1 - weak), Advisers.LogOdds(sentences.Max(one => one[1])), Advisers.LogOdds(sentences.Max(one => one[2])),
            Advisers.LogOdds(sentences.Max(one => 1 - one[0])), sentences.Sum(one => one[2]), sentences.Sum(one => one[1]), Advisers.LogOdds(1 - sentences[0][0]),
            Advisers.LogOdds(sentences[0][2]), sentences.Average(one => one[2]), sentences.Average(one => 1 - one[0]),
        ];
    }
}
