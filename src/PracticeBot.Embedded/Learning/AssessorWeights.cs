namespace PracticeBot.Embedded.Learning;

/// <summary>Every fitted model of the assessor.</summary>
public sealed class AssessorWeights
{
    internal static readonly string[] Behaviours = ["reflection", "question", "therapist_input", "other"];
    internal static readonly string[] Reflections = ["none", "simple", "complex"];
    internal static readonly string[] Questions = ["none", "open", "closed"];
    internal static readonly string[] Fits = ["no", "yes"];

    /// <summary>The models that must be there, with their classes and blocks unchecked.</summary>
    internal static readonly string[] Needed =
    [
        .. Advisers.All.Select(adviser => adviser.Name), .. SentenceScores.Mechanisms.Select(SentenceScores.ModelOf),
        "epitome.er", "epitome.ip", "epitome.ex", "annomi.behaviour", "annomi.reflection", "annomi.question", "pair.level", "fit",
    ];

    private readonly IReadOnlyDictionary<string, BlockModel> models;

    internal AssessorWeights(IReadOnlyDictionary<string, BlockModel> models) => this.models = models;

    internal IEnumerable<BlockModel> Models => Needed.Select(Of);

    internal BlockModel Of(string name) => models[name];
}
