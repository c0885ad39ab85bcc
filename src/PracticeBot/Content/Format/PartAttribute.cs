namespace PracticeBot.Content.Format;

/// <summary>Says what a part of a persona file is; reading, checking, messages and the schema all go by it.</summary>
/// <param name="what">For the author of a persona, in a sentence.</param>
/// <param name="example">How it may be written.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartAttribute(string what, string example) : Attribute
{
    public string What { get; } = what;

    public string Example { get; } = example;

    /// <summary>A persona without it is at fault.</summary>
    public bool Needed { get; init; }

    public double Least { get; init; } = double.MinValue;

    public double Most { get; init; } = double.MaxValue;

    /// <summary>Characters, of the text or of each text in a list.</summary>
    public int Longest { get; init; } = 600;

    /// <summary>Entries of a list.</summary>
    public int Fewest { get; init; }
}

/// <summary>What a map in a persona file is called in messages, article included.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CalledAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
