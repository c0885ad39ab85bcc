using PracticeBot.Content.Yaml;
using PracticeBot.Core.Personas;

namespace PracticeBot.Content;

/// <summary>What came of reading a persona file.</summary>
/// <param name="Persona">Null where the file has a fault.</param>
/// <param name="Findings">Faults and warnings in the order of the file.</param>
/// <param name="Expectations">The persona's expectations with their places.</param>
public sealed record PersonaReading(
    string File, Persona? Persona, IReadOnlyList<PersonaFinding> Findings, IReadOnlyList<Located<Expectation>> Expectations)
{
    public IEnumerable<PersonaFinding> Faults => Findings.Where(finding => finding.IsFault);
}
