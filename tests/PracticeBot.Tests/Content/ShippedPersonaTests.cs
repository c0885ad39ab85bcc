using System.Diagnostics;
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

    [Fact]
    public async Task Every_persona_in_the_repository_counts_as_shipped()
    {
        using var git = new Process { StartInfo = new("git", ["ls-files", "personas/*.yaml"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false } };
        Assert.SkipUnless(Directory.Exists(Path.Combine(Repository.Root, ".git")) || File.Exists(Path.Combine(Repository.Root, ".git")), "This is no clone.");
        git.Start();
        var tracked = (await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Path.GetFileNameWithoutExtension);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);

        tracked.Where(id => !ShippedPersonas.Ids.Contains(id!)).ShouldBeEmpty("Name them in ShippedPersonas.cs.");
    }
}
