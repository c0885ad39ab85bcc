using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
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

    [Theory]
    [InlineData("Practice:Pacing", "fast")]
    [InlineData("Practice:DefaultPersona", "nobody")]
    [InlineData("Model:Provider", "another")]
    [InlineData("Storage:ConnectionString", "Data Source=/proc/none/x.db")]
    [InlineData("Storage:ConnectionString", "Data Source=/proc/x.db")]
    [InlineData("Storage:ConnectionString", "Data Source=a-folder")]
    [InlineData("Storage:ConnectionString", "Data Source=a-text")]
    public async Task A_setting_that_cannot_be_is_told_in_a_sentence_and_the_exit_code_is_2(string key, string value)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "a-folder"));
        folder.Write("a-text", new string('x', 5000));

        var (code, output, error) = await RunAsync(string.Empty, "--urls=http://127.0.0.1:0", $"--{key}={value}");

        code.ShouldBe(ExitCode.BadUsage);
        var sentence = error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        sentence.ShouldStartWith($"{key} ");
        sentence.ShouldContain($" Example: {key}=");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_a_sentence_and_the_exit_code_is_2()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, output, error) = await RunAsync(string.Empty, $"--urls=http://{other.LocalEndpoint}");

        code.ShouldBe(ExitCode.BadUsage);
        var sentence = error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        sentence.ShouldStartWith($"urls asks for http://{other.LocalEndpoint}, but another program listens there already. Example: urls=");
        output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("serve", "maya")]
    [InlineData("serve", "-x=1")]
    [InlineData("--Practice:Pacing", null)]
    public async Task An_argument_of_the_host_that_sets_nothing_is_told_and_the_exit_code_is_2(string first, string? second)
    {
        var (code, _, error) = await RunAsync(string.Empty, second is null ? [first] : [first, second]);

        code.ShouldBe(ExitCode.BadUsage);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(" Example: --");
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_json_is_named_with_its_line_and_the_exit_code_is_2()
    {
        var environment = $"Test{Guid.NewGuid():N}";
        var file = Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json");
        await File.WriteAllTextAsync(file, "{\n  \"Practice\": { \"Pacing\": none }\n}\n", TestContext.Current.CancellationToken);
        try
        {
            var (code, _, error) = await RunAsync(string.Empty, $"--environment={environment}");

            code.ShouldBe(ExitCode.BadUsage);
            var sentence = error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
            sentence.ShouldContain(file);
            sentence.ShouldContain("(line 2)");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_chat_stops_at_a_wrong_setting_too()
    {
        var (code, output, error) = await RunAsync(string.Empty, ["chat"], ("Practice__Mode", "loud"));

        code.ShouldBe(ExitCode.BadUsage);
        output.ShouldBeEmpty();
        error.ShouldStartWith("Practice:Mode must be guided or quiet. Example: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n>\n")]
    [InlineData("nul\0")]
    [InlineData("half \uFFFD letter")]
    public async Task An_audition_without_replies_that_can_be_read_says_so_and_the_exit_code_is_2(string script)
    {
        folder.Write("draft.yaml", Drafts.Fuller);
        folder.Write("replies.txt", System.Text.Encoding.Latin1.GetBytes(script.Replace('\uFFFD', '\u00E9')));

        var fromFile = await RunAsync(string.Empty, "persona", "audition", "draft.yaml", "--replies", "replies.txt");
        var fromInput = await RunAsync(script, "persona", "audition", "draft.yaml", "--replies", "-");

        fromFile.ShouldBe((ExitCode.BadUsage, string.Empty, fromFile.Error));
        fromFile.Error.ShouldContain("replies.txt");
        fromInput.ShouldBe((ExitCode.BadUsage, string.Empty, fromInput.Error));
        fromInput.Error.ShouldContain("standard input");
    }

    private Task<(int Code, string Out, string Error)> RunAsync(string input, params string[] args) => RunAsync(input, args, []);

    private async Task<(int Code, string Out, string Error)> RunAsync(
        string input, string[] args, params (string Name, string Value)[] environment)
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
        foreach (var (name, value) in environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
