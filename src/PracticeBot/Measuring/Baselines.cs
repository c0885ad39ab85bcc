namespace PracticeBot.Measuring;

/// <summary>What somebody or something else reached.</summary>
internal sealed record Baseline(string Name, string Value);

/// <summary>Figures to set beside ours, measured on the held-out test splits of the same data, or published, or among people.</summary>
internal static class Baselines
{
    private static readonly Dictionary<(string Task, string Label, string Measure), Baseline[]> Known = new()
    {
        [("epitome", "er", "macro-F1")] = MacroF1(".26", ".67", ".67", ".71", ".75", null),
        [("epitome", "ip", "macro-F1")] = MacroF1(".23", ".54", ".54", ".59", ".70", null),
        [("epitome", "ex", "macro-F1")] = MacroF1(".30", ".60", ".68", ".72", ".64-.73", null),
        [("epitome", "er", "kappa")] = [new("experts among themselves", ".48")],
        [("epitome", "ip", "kappa")] = [new("experts among themselves", ".39")],
        [("epitome", "ex", "kappa")] = [new("experts among themselves", ".78")],
        [("annomi", "behaviour", "macro-F1")] = MacroF1(".13", ".72", ".73", ".74", ".83", ".86"),
        [("annomi", "reflection", "macro-F1")] = MacroF1(".28", ".51", ".54", ".55", null, null),
        [("annomi", "question", "macro-F1")] = MacroF1(".27", ".70", ".76", ".76", null, null),
        [("pair", "level", "macro-F1")] = MacroF1(".26", ".81", ".80", ".88", null, null),
        [("pair", "level", "pairwise ranking")] = MacroF1(null, ".945", ".886", ".957", null, null),
        [("fit", "pair", "AUC, random client")] = Overlap(".89", ".95"),
        [("fit", "pair", "AUC, similar client")] = Overlap(".83", ".87"),
        [("fit", "epitome", "AUC, random client")] = Overlap(".79", ".84"),
        [("fit", "epitome", "AUC, similar client")] = Overlap(".71", ".75"),
    };

    public static IReadOnlyList<Baseline> Of(string task, string label, string measure) =>
        Known.TryGetValue((task, label, measure), out var found) ? found : [];

    private static Baseline[] MacroF1(string? majority, string words, string features, string both, string? published, string? human) =>
    [
        .. majority is null ? (Baseline[])[] : [new("majority", majority)],
        new("TF-IDF", words), new("54 features", features), new("features + encoder", both),
        .. published is null ? (Baseline[])[] : [new("published", published)],
        .. human is null ? (Baseline[])[] : [new("human", human)],
    ];

    private static Baseline[] Overlap(string words, string both) => [new("chance", ".50"), new("word overlap", words), new("overlap + encoder", both)];
}
