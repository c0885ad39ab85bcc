using System.Diagnostics;
using System.Text.Json.Nodes;
using PracticeBot.Commands;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

/// <summary>The built program as its own process.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Findings_stand_on_standard_output_alone_and_the_exit_code_is_1()
    {
        folder.Write("draft.yaml", Drafts.Fuller.With("tendency: guarded", "tendency: gaurded"));

        var (code, output, error) = await RunAsync(string.Empty, "persona", "check", "draft.yaml");

        code.ShouldBe(ExitCode.Findings);
        output.ShouldStartWith("draft.yaml:7:11: fault: \"gaurded\" is not known under \"tendency\". Did you mean \"guarded\"?");
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bad_usage_leaves_standard_output_empty_and_the_exit_code_is_2()
    {
        var (code, output, error) = await RunAsync(string.Empty, "perform");

        code.ShouldBe(ExitCode.BadUsage);
        output.ShouldBeEmpty();
        error.ShouldContain("perform");
    }

    [Fact]
    public async Task An_audition_writes_nothing_but_json_and_letters_of_any_language_come_through()
    {
        folder.Write("draft.yaml", Drafts.Fuller);

        var (code, output, error) = await RunAsync("Ça va… 你好 — “so”\n", "persona", "audition", "draft.yaml", "--replies", "-", "--json");

        code.ShouldBe(ExitCode.Done, error);
        var line = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        JsonNode.Parse(line)!["reply"]!.GetValue<string>().ShouldBe("Ça va… 你好 — “so”");
        line.ShouldContain("你好");
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chat_in_a_folder_of_personas_meets_the_clients_there_and_warns_of_faulty_ones_on_standard_error()
    {
        var own = Directory.CreateDirectory(Path.Combine(folder.Path, "personas")).Name;
        folder.Write($"{own}/draft.yaml", Drafts.Smallest);
        folder.Write($"{own}/broken.yaml", "id: broken\n");

        var (code, output, error) = await RunAsync("end\n", "chat", "--persona", "draft");

        code.ShouldBe(ExitCode.Done, error);
        output.ShouldContain("Sam: I don't pick up any more.");
        output.ShouldNotContain("broken");
        error.ShouldContain("broken.yaml");
    }

    [Fact]
    public async Task A_fault_in_a_shipped_persona_stops_the_host_and_says_where_it_is()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "personas"));
        folder.Write("personas/maya.yaml", Drafts.Smallest.With("id: draft", "id: maya").With("tendency: guarded", "tendency: shy"));

        var (code, _, error) = await RunAsync(string.Empty, "--urls", "http://127.0.0.1:0");

        code.ShouldBe(ExitCode.Findings);
        error.ShouldContain("maya.yaml:4:11: fault: \"shy\" is not known");
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string input, params string[] args)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PracticeBot.dll"), .. args])
            {
                WorkingDirectory = folder.Path,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                StandardInputEncoding = new System.Text.UTF8Encoding(false),
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            },
        };
        process.Start();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
