using System.Diagnostics.CodeAnalysis;

namespace PracticeBot.Core.Personas;

/// <summary>A persona's name in commands and files: 1 to 40 of a-z, 0-9 and hyphen, beginning with a letter.</summary>
public readonly record struct PersonaId
{
    public const int MaxLength = 40;

    private PersonaId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Accepts any case and gives lower case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PersonaId id)
    {
        id = default;
        if (text is not { Length: > 0 and <= MaxLength } || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        if (!text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            return false;
        }

#pragma warning disable CA1308 // An id is written in lower case; it is no key for comparison alone.
        id = new PersonaId(text.ToLowerInvariant());
#pragma warning restore CA1308
        return true;
    }

    public override string ToString() => Value ?? string.Empty;
}
