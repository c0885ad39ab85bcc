namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>A run of words up to a full stop, question mark, exclamation mark or line end.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Closing">The mark that ends it, '\0' where the text just stops.</param>
internal readonly record struct Sentence(int First, int End, char Closing)
{
    public int Count => End - First;

    public bool EndsAsQuestion => Closing == '?';
}
