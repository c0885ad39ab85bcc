using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Format;

/// <summary>A tendency's pack as it is written.</summary>
[Called("a pack")]
public sealed record PackFile : FilePart
{
    [Part("Lines by reaction, then by cause.", "lines: { hesitate: { advice: [\"Mm. Maybe.\"] } }", Needed = true)]
    public LinesPart? Lines { get; init; }

    [Part("What anyone can be asked; {name} stands for the client's name.", "facts: [{ ask: [your name], says: [\"{name}.\"] }]", Needed = true)]
    public IReadOnlyList<FactPart>? Facts { get; init; }
}
