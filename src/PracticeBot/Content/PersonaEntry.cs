using PracticeBot.Core.Personas;

namespace PracticeBot.Content;

/// <summary>A client that can be met, with the file that it comes from.</summary>
/// <param name="Version">Hash of the text: a session keeps the version that it began with.</param>
/// <param name="Text">The file as it was read.</param>
/// <param name="File">Where it was read.</param>
/// <param name="IsShipped">It came with the program, and was not added by an educator.</param>
/// <param name="Warnings">What its author should know.</param>
public sealed record PersonaEntry(
    Persona Persona, string Version, string Text, string File, bool IsShipped, IReadOnlyList<PersonaFinding> Warnings);

/// <summary>A persona file that can't be used as it is.</summary>
/// <param name="IsKept">An edit broke it: the client is still met as it was before.</param>
public sealed record FaultyPersona(string File, bool IsShipped, bool IsKept, IReadOnlyList<PersonaFinding> Findings);

/// <summary>A persona that came with the program has a fault: the host can't begin.</summary>
public sealed class FaultyShippedPersonaException(IReadOnlyList<PersonaFinding> findings)
    : Exception(string.Join(Environment.NewLine, findings))
{
    public IReadOnlyList<PersonaFinding> Findings { get; } = findings;
}
