namespace PracticeBot.Embedded.Learning;

/// <summary>
/// Small models that only look at the encoder's vectors and were fitted to one set of labels each; what they make of a reply helps the
/// models of the other sets.
/// </summary>
internal static class Advisers
{
    public const string Behaviour = "adviser.behaviour";
    public const string Level = "adviser.level";
    public const string EmotionalReactions = "adviser.er";
    public const string Interpretations = "adviser.ip";
    public const string Explorations = "adviser.ex";
    public const string Emotion = "adviser.emotion";

    private const float Least = 1e-3f;

    public static readonly string[] Behaviours = ["complex reflection", "simple reflection", "open question", "closed question", "information", "advice", "other"];
    public static readonly string[] Levels = ["low", "medium", "high"];
    public static readonly string[] Strengths = ["0", "1", "2"];
    public static readonly string[] Emotions = ["anger", "disgust", "fear", "guilt", "joy", "sadness", "shame"];

    /// <summary>Every adviser with its classes and what it looks at.</summary>
    public static readonly (string Name, string[] Classes, string[] Blocks)[] All =
    [
        (Behaviour, Behaviours, [Block.ReplyVector]),
        (Level, Levels, [Block.ReplyVector, Block.Product]),
        (EmotionalReactions, Strengths, [Block.ReplyVector, Block.Product]),
        (Interpretations, Strengths, [Block.ReplyVector, Block.Product]),
        (Explorations, Strengths, [Block.ReplyVector, Block.Product]),
        (Emotion, Emotions, [Block.ReplyVector]),
    ];

    /// <summary>The names of what they advise.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. All.SelectMany(adviser => adviser.Classes.Select(name => adviser.Name + " " + name)),
        .. Emotions.Select(name => "client's " + name), "feelings alike",
        .. Behaviours.Select(name => "any sentence " + name), .. Behaviours.Select(name => "first sentence " + name), .. Behaviours.Select(name => "last sentence " + name),
    ];

    /// <summary>What the advisers say of one reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="of">The adviser of a name: the fitted one, or the one fitted without this reply.</param>
    public static float[] Ask(MeasuredReply reply, Func<string, BlockModel> of)
    {
        var said = new List<float>(Names.Count);
        foreach (var (name, _, _) in All)
        {
            said.AddRange(of(name).Probabilities(reply).Select(LogOdds));
        }

        var emotion = of(Emotion);
        var client = FromVector(emotion, reply.Client.Whole);
        var own = FromVector(emotion, reply.Vector);
        said.AddRange(client.Select(LogOdds));
        said.Add(client.Zip(own, (one, other) => MathF.Sqrt(one * other)).Sum());

        var behaviour = of(Behaviour);
        var sentences = reply.Reply.Vectors.Select(vector => FromVector(behaviour, vector)).ToArray();
        for (var at = 0; at < Behaviours.Length; at++)
        {
            said.Add(LogOdds(sentences.Length == 0 ? 0 : sentences.Max(sentence => sentence[at])));
        }

        said.AddRange(Behaviours.Select((_, at) => LogOdds(sentences.Length == 0 ? 0 : sentences[0][at])));
        said.AddRange(Behaviours.Select((_, at) => LogOdds(sentences.Length == 0 ? 0 : sentences[^1][at])));
        return [.. said];
    }

    public static float LogOdds(float probability) => MathF.Log((probability + Least) / (1 - probability + Least));

    /// <summary>What an adviser that looks at the vector alone says of one.</summary>
    internal static float[] FromVector(BlockModel model, float[] vector) => model.Calibrated(model.Scores(vector));
}
