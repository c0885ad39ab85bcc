namespace PracticeBot.Embedded.Clients;

/// <summary>The encoder's hearing for one turn: a text is encoded when something depends on it, and once.</summary>
internal sealed class Ear(PersonaMeanings persona)
{
    private readonly Dictionary<string, float[]?> heard = new(StringComparer.Ordinal);

    /// <summary>What a question comes closest to, whatever its words.</summary>
    public HeardQuestion? Hear(Question question) =>
        Meaning(question.Text) is { } meaning ? persona.Facts.Hear(meaning, question.Kind) : null;

    private float[]? Meaning(string text)
    {
        if (!heard.TryGetValue(text, out var meaning))
        {
            heard[text] = meaning = persona.Examples.Meaning(text);
        }

        return meaning;
    }
}
