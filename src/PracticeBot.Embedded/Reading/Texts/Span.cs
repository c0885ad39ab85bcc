namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>A run of words of a <see cref="Passage"/>.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
internal readonly record struct Span(int First, int End)
{
    public int Count => End - First;

    public bool Overlaps(Span other) => First < other.End && other.First < End;

    public bool Contains(Span other) => First <= other.First && other.End <= End;
}
