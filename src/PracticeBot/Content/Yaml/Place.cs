namespace PracticeBot.Content.Yaml;

/// <summary>Where something stands in a file; line and column count from 1.</summary>
public readonly record struct Place(int Line, int Column)
{
    public static readonly Place Start = new(1, 1);
}

/// <summary>A value with the place where it stands.</summary>
public sealed record Located<T>(T Value, Place Place);
