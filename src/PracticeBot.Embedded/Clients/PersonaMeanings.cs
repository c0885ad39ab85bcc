namespace PracticeBot.Embedded.Clients;

/// <summary>What the encoder makes of a persona's file, worked out once.</summary>
internal sealed class PersonaMeanings(PreparedPersona persona, QuestionExamples examples)
{
    public QuestionExamples Examples { get; } = examples;

    public FactMeanings Facts { get; } = new(persona.Facts, examples);
}
