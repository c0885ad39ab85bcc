using System.Numerics.Tensors;
using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients;

/// <summary>A way to ask, as a direction: what it is after and which sort of answer it wants.</summary>
internal readonly record struct QuestionExample(Focus Focus, QuestionKind Kind, float[] Meaning);

/// <summary>
/// How people ask what every client is asked, and what no fact of theirs answers, as the encoder hears it. Encoded once for all personas.
/// </summary>
internal sealed class QuestionExamples
{
    private static readonly (Focus Focus, string Text)[] Texts =
    [
        .. ClientResources.Rows("question-examples.tsv").Select(cells => (Enum.Parse<Focus>(cells[0]), cells[1])),
    ];

    private readonly SentenceEncoder encoder;
    private readonly float[] common;

    public QuestionExamples(SentenceEncoder encoder)
    {
        this.encoder = encoder;
        var vectors = Array.ConvertAll(Texts, example => encoder.Encode(Words.Lower(example.Text))!);
        common = new float[SentenceEncoder.Dimensions];
        foreach (var vector in vectors)
        {
            TensorPrimitives.MultiplyAdd(vector, 1f / vectors.Length, common, common);
        }

        All = [.. Texts.Zip(vectors, (example, vector) => new QuestionExample(example.Focus, QuestionKinds.Of(Words.Of(example.Text)), Telling(vector)))];
    }

    public IReadOnlyList<QuestionExample> All { get; }

    /// <summary>What a question is after; null for a text without words.</summary>
    public float[]? Meaning(string question) => encoder.Encode(Words.Lower(question)) is { } vector ? Telling(vector) : null;

    /// <summary>The direction of an encoded question less what all questions have in common.</summary>
    public float[] Telling(float[] vector)
    {
        var telling = new float[vector.Length];
        TensorPrimitives.Subtract(vector, common, telling);
        TensorPrimitives.Divide(telling, TensorPrimitives.Norm<float>(telling), telling);
        return telling;
    }
}
