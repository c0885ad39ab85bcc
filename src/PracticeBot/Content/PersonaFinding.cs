using PracticeBot.Content.Yaml;

namespace PracticeBot.Content;

/// <summary>Something in a persona file that its author should know.</summary>
/// <param name="File">The file as it was named to the reader.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record PersonaFinding(string File, int Line, int Column, FindingSeverity Severity, string What, string Mend)
{
    public bool IsFault => Severity == FindingSeverity.Fault;

    public override string ToString() =>
        FormattableString.Invariant($"{File}:{Line}:{Column}: {(IsFault ? "fault" : "warning")}: {What} {Mend}");
}

public enum FindingSeverity
{
    /// <summary>The persona works; it could be better.</summary>
    Warning,

    /// <summary>The persona can't be used.</summary>
    Fault,
}

/// <summary>Gathers what is found in one file.</summary>
public sealed class FindingList(string file)
{
    private readonly List<PersonaFinding> findings = [];

    public bool HasFaults => findings.Exists(finding => finding.IsFault);

    public void Fault(Place place, string what, string mend) => Add(place, FindingSeverity.Fault, what, mend);

    public void Warn(Place place, string what, string mend) => Add(place, FindingSeverity.Warning, what, mend);

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PersonaFinding> InOrder() =>
        [.. findings.Distinct().OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];

    private void Add(Place place, FindingSeverity severity, string what, string mend) =>
        findings.Add(new PersonaFinding(file, place.Line, place.Column, severity, what, mend));
}
