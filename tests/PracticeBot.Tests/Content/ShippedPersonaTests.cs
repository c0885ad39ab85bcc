using PracticeBot.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content;

public sealed class ShippedPersonaTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "personas"), "*.yaml").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_persona_has_no_fault(string file)
    {
        var reading = PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", file));

        reading.Persona.ShouldNotBeNull(reading.Faults.Said());
    }
}
