using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients;

/// <summary>What the encoder makes of a persona's file, worked out once.</summary>
internal sealed class PersonaMeanings(PreparedPersona persona, QuestionExamples examples, SentenceEncoder encoder)
{
    public SentenceEncoder Encoder { get; } = encoder;

    public QuestionExamples Examples { get; } = examples;

    public FactMeanings Facts { get; } = new(persona.Facts, examples);

    public LineMeanings Lines { get; } = new(persona.AllLines, encoder);
}
