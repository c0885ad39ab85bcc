using PracticeBot.Commands;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

public sealed class PersonaCheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_good_file_passes_and_its_warnings_are_told()
    {
        var file = folder.Write("draft.yaml", Drafts.Smallest);

        var terminal = await Terminal.RunAsync("persona", "check", file);

        terminal.ExitCode.ShouldBe(ExitCode.Done, terminal.Out);
        terminal.Error.ShouldBeEmpty();
        terminal.Lines.SkipLast(1).ShouldAllBe(line => line.StartsWith($"{file}:", StringComparison.Ordinal) && line.Contains(": warning: ", StringComparison.Ordinal));
        terminal.Lines[^1].ShouldStartWith("Persona files: 1. Faults: 0. Warnings: ");
    }

    [Fact]
    public async Task A_fault_is_told_with_file_line_and_column_and_leaves_with_1()
    {
        var file = folder.Write("draft.yaml", Drafts.Fuller.With("difficulty: 3", "difficulty: 9"));

        var terminal = await Terminal.RunAsync("persona", "check", file);

        terminal.ExitCode.ShouldBe(ExitCode.Findings);
        terminal.Lines[0].ShouldBe($"{file}:4:13: fault: \"difficulty\" is 9, which is out of range. Write a whole number from 1 to 5.");
    }

    [Fact]
    public async Task A_folder_is_checked_file_by_file()
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        folder.Write("other.yaml", Drafts.Smallest);

        var terminal = await Terminal.RunAsync("persona", "check", folder.Path);

        terminal.ExitCode.ShouldBe(ExitCode.Findings);
        terminal.Lines[^1].ShouldStartWith("Persona files: 2. Faults: 1. Warnings: ");
    }

    [Fact]
    public async Task Expectations_are_run_and_a_failed_one_is_a_fault_where_it_stands()
    {
        var (text, place) = Drafts.Marked(Drafts.Fuller.With(
            "{ moment: m1, reply: \"Have you tried switching it off?\", verdict: missed }",
            "{ moment: m1, reply: \"…\", verdict: neutral, reaction: settle }\n  - ¦{ moment: m2, reply: \"…\", verdict: harmful, level: 1, reaction: confront }"));
        var file = folder.Write("draft.yaml", text);

        var terminal = await Terminal.RunAsync("persona", "check", file);

        terminal.ExitCode.ShouldBe(ExitCode.Findings);
        var fault = terminal.Lines.Single(line => line.Contains(": fault: ", StringComparison.Ordinal));
        fault.ShouldStartWith($"{file}:{place.Line}:{place.Column}: fault: At \"m2\" the reply \"…\" gets the verdict neutral, not harmful, the level none, not 1, the reaction settle, not confront.");
    }

    [Fact]
    public async Task The_smallest_client_of_the_readme_is_valid()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        var begin = readme.IndexOf("```yaml", StringComparison.Ordinal) + "```yaml\n".Length;
        var text = readme[begin..readme.IndexOf("```", begin, StringComparison.Ordinal)];
        var file = folder.Write("sam.yaml", text);

        (await Terminal.RunAsync("persona", "check", file)).ExitCode.ShouldBe(ExitCode.Done);
    }
}
