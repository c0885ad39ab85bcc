namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>One word as it is read. Contractions are read as two words that share one span ("don't" is "do" and "not").</summary>
/// <param name="Text">Lower case, contraction undone, spelling mended.</param>
/// <param name="Stem">What is left without inflection.</param>
/// <param name="Start">Offset in UTF-16 code units of the text as received.</param>
/// <param name="Length">Length in UTF-16 code units of the text as received.</param>
/// <param name="Break">What stands between the word before and this one.</param>
internal sealed record Token(string Text, string Stem, int Start, int Length, Break Break)
{
    public int End => Start + Length;

    /// <summary>The index of the sentence that the word stands in.</summary>
    public int Sentence { get; init; }
}

/// <summary>What separates a word from the word before it, from nothing to a full stop.</summary>
internal enum Break
{
    None,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A dash, a colon, a semicolon, an ellipsis, a bracket.</summary>
    Strong,

    /// <summary>The word begins a sentence.</summary>
    Sentence,
}
