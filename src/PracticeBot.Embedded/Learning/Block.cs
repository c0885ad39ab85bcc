using System.Numerics.Tensors;
using PracticeBot.Embedded.Features;

namespace PracticeBot.Embedded.Learning;

/// <summary>The groups of measures that models are made of, by name.</summary>
internal static class Block
{
    public const int VectorSize = 512;

    /// <summary>The measures of <see cref="FeatureSet"/>.</summary>
    public const string Features = "features";

    /// <summary>The measures that need both texts.</summary>
    public const string Between = "between";

    /// <summary>How near the texts and their sentences are by the encoder.</summary>
    public const string Nearness = "nearness";

    /// <summary>Where a sentence stands in its reply.</summary>
    public const string Place = "place";

    public const string ReplyVector = "reply vector";
    public const string ClientVector = "client vector";
    public const string Difference = "difference";
    public const string Product = "product";

    /// <summary>What the advisers make of the reply and its sentences (<see cref="Advisers"/>).</summary>
    public const string Advice = "advice";

    /// <summary>What the sentence models make of the reply's sentences (<see cref="SentenceScores"/>).</summary>
    public const string Spoken = "sentences";

    public static readonly string[] PlaceNames = ["first sentence", "last sentence", "how far in", "sentences"];

    private static readonly string[] NearnessNames =
    [
        "whole to whole", "nearest sentences", "mean of nearest", "first sentence to nearest", "last sentence to nearest", "whole to last of client",
        "least near sentence", "whole to nearest of client", "whole to whole, squared",
    ];

    /// <summary>The features that say nothing of the reply alone.</summary>
    private static readonly int[] BetweenAt = [.. FeatureSet.Names
        .Select((name, at) => (name, at))
        .Where(entry => FeatureSet.IsBetween(entry.name))
        .Select(entry => entry.at)];

    private static readonly string[] BetweenNames = [.. BetweenAt.Select(at => FeatureSet.Names[at])];

    /// <summary>True where each measure has a name of its own and is standardised; vectors are used as they are.</summary>
    public static bool IsNamed(string block) => block is not (ReplyVector or ClientVector or Difference or Product);

    /// <summary>Vectors are brought to the size of standardised measures, smaller where there are many.</summary>
    public static float Scale(string block) => block switch
    {
        ReplyVector or ClientVector => 7,
        Difference => 10,
        Product => 150,
        _ => 1,
    };

    /// <summary>The names of a block's measures.</summary>
    public static IReadOnlyList<string> Names(string block) => block switch
    {
        Features => FeatureSet.Names,
        Between => BetweenNames,
        Nearness => NearnessNames,
        Place => PlaceNames,
        Advice => Advisers.Names,
        Spoken => SentenceScores.Names,
        _ => [],
    };

    public static int Width(string block) => IsNamed(block) ? Names(block).Count : VectorSize;

    public static float[] Measure(string block, MeasuredReply reply) => block switch
    {
        Features => FeatureSet.Measure(reply.Exchange),
        Between => [.. BetweenAt.Select(at => reply.Of(Features)[at])],
        Nearness => Near(reply),
        Place => reply.Place,
        ReplyVector => reply.Vector,
        ClientVector => reply.Client.Whole,
        Difference => DifferenceOf(reply),
        Product => ProductOf(reply),
        _ => throw new ArgumentException($"No measures \"{block}\" have been set.", nameof(block)),
    };

    private static float[] DifferenceOf(MeasuredReply reply)
    {
        var result = new float[VectorSize];
        TensorPrimitives.Subtract(reply.Client.Whole, reply.Vector, result);
        TensorPrimitives.Abs(result, result);
        return result;
    }

    private static float[] ProductOf(MeasuredReply reply)
    {
        var result = new float[VectorSize];
        TensorPrimitives.Multiply(reply.Client.Whole, reply.Vector, result);
        return result;
    }

    private static float[] Near(MeasuredReply reply)
    {
        var client = reply.Client.Vectors;
        var whole = MeasuredReply.Cosine(reply.Client.Whole, reply.Vector);
        if (client.Length == 0 || reply.Reply.Vectors.Length == 0)
        {
            return [whole, 0, 0, 0, 0, 0, 0, 0, whole * whole];
        }

        var nearest = reply.Reply.Vectors.Select(sentence => client.Max(said => MeasuredReply.Cosine(sentence, said))).ToArray();
        return
        [
            whole, nearest.Max(), nearest.Average(), nearest[0], nearest[^1], MeasuredReply.Cosine(client[^1], reply.Vector), nearest.Min(),
            client.Max(said => MeasuredReply.Cosine(reply.Vector, said)), whole * whole,
        ];
    }
}
