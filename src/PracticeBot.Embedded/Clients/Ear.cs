using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients;

/// <summary>The encoder's hearing for one turn: a text is encoded when something depends on it, and once.</summary>
internal sealed class Ear(PersonaMeanings persona)
{
    private readonly Dictionary<string, float[]?> encoded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeardQuestion?> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float[]?> replies = new(StringComparer.Ordinal);

    /// <summary>What a question comes closest to, whatever its words; null where it has none.</summary>
    public HeardQuestion? Hear(Question question)
    {
        if (!questions.TryGetValue(question.Text, out var heard))
        {
            questions[question.Text] = heard =
                Encoded(question.Text) is { } text ? persona.Facts.Hear(persona.Examples.Telling(text), question.Kind) : null;
        }

        return heard;
    }

    /// <summary>How much a line is about what was said, -1 to 1; 0 where that cannot be told.</summary>
    public double Likeness(PreparedLine line, string said) => Meaning(said) is { } meaning ? persona.Lines.Likeness(line, meaning) : 0;

    /// <summary>How much two things that were said are about the same, -1 to 1; 0 where that cannot be told.</summary>
    public double Likeness(string one, string other) =>
        Meaning(one) is { } meaning && Meaning(other) is { } others ? SentenceEncoder.Cosine(meaning, others) : 0;

    private float[]? Meaning(string said)
    {
        if (!replies.TryGetValue(said, out var meaning))
        {
            replies[said] = meaning = Encoded(said) is { } text ? persona.Lines.Of(text) : null;
        }

        return meaning;
    }

    private float[]? Encoded(string text)
    {
        var lower = Words.Lower(text);
        if (!encoded.TryGetValue(lower, out var vector))
        {
            encoded[lower] = vector = persona.Encoder.Encode(lower);
        }

        return vector;
    }
}
