using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PracticeBot.Commands;
using PracticeBot.Content.Prompts;
using PracticeBot.Tests.Channels;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content.Prompts;

public sealed class PromptLibraryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string prompts;

    public PromptLibraryTests()
    {
        prompts = Directory.CreateDirectory(Path.Combine(folder.Path, PromptFolder.Name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, PromptFolder.Name), "*.yaml"))
        {
            File.Copy(file, Path.Combine(prompts, Path.GetFileName(file)));
        }

        Write("coach", PromptTexts.Coach);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_edit_is_taken_and_what_was_handed_out_before_stays_as_it_was()
    {
        var library = Open();
        var (coach, client) = (library[PromptContracts.Coach], library[PromptContracts.Client]);

        Write("coach", PromptTexts.Coach.With("You coach", "You guide"));
        library.Reload();

        System(library[PromptContracts.Coach]).ShouldBe("You guide Maya.");
        library[PromptContracts.Coach].Version.ShouldNotBe(coach.Version);
        System(coach).ShouldBe("You coach Maya.");
        library[PromptContracts.Client].ShouldBeSameAs(client);
    }

    [Fact]
    public void An_edit_that_breaks_a_prompt_leaves_it_as_it_was_and_takes_the_others()
    {
        var library = Open();
        var coach = library[PromptContracts.Coach];

        Write("coach", PromptTexts.Coach.With("{{json reply}}", "{{reply}}"));
        Write("client", Shipped("client").With("You speak as", "You talk as"));
        library.Reload();

        library[PromptContracts.Coach].ShouldBeSameAs(coach);
        System(library[PromptContracts.Client]).ShouldStartWith("You talk as Maya");

        Write("coach", PromptTexts.Coach.With("You coach", "You guide"));
        library.Reload();

        System(library[PromptContracts.Coach]).ShouldBe("You guide Maya.");
    }

    [Fact]
    public void A_file_that_goes_leaves_its_prompt_as_it_was()
    {
        var library = Open();
        var coach = library[PromptContracts.Coach];

        File.Delete(Path.Combine(prompts, "coach.yaml"));
        library.Reload();

        library[PromptContracts.Coach].ShouldBeSameAs(coach);
    }

    [Fact]
    public void Looking_again_without_a_change_changes_nothing()
    {
        var library = Open();
        Write("coach", "name: [");
        File.Delete(Path.Combine(prompts, "client.yaml"));
        var raised = 0;
        library.Changed += (_, _) => raised++;

        library.Reload();
        library.Reload();

        raised.ShouldBe(1);
    }

    [Fact]
    public void At_the_start_every_fault_of_every_prompt_is_told()
    {
        Write("coach", PromptTexts.Coach.With("{{json reply}}", "{{reply}}"));
        File.Delete(Path.Combine(prompts, "client.yaml"));
        File.WriteAllBytes(Path.Combine(prompts, "assessor.yaml"), new byte[64 * 1024 + 1]);

        var fault = Should.Throw<FaultyPromptException>(Open);

        fault.Message.Split(Environment.NewLine).ShouldSatisfyAllConditions(
            lines => lines.Length.ShouldBe(3),
            lines => lines[0].ShouldContain("assessor.yaml:1:1: fault: The file has 65537 bytes"),
            lines => lines[1].ShouldContain("client.yaml:1:1: fault: The file is missing."),
            lines => lines[2].ShouldContain("coach.yaml:9:14: fault: \"reply\" was said"));
    }

    [Fact]
    public async Task A_running_host_takes_a_right_edit_and_tells_of_a_wrong_one()
    {
        using var storage = new Storage.TemporaryFolder();
        await using var host = await BotHost.StartAsync(
            storage, BotHost.Echo, builder => builder.Services.AddSingleton(new PromptFolder(prompts)));
        var library = host.Services.GetRequiredService<PromptLibrary>();

        await ChangeAsync(library, PromptTexts.Coach.With("You coach", "You guide"), () => System(library[PromptContracts.Coach]) == "You guide Maya.");
        await ChangeAsync(library, PromptTexts.Coach.With("{{json reply}}", "{{reply}}"), () => host.Logs.Text.Contains("coach.yaml:9:14: fault", StringComparison.Ordinal));

        System(library[PromptContracts.Coach]).ShouldBe("You guide Maya.");
        host.Logs.Text.ShouldContain($"The prompt coach is in use in its version {library[PromptContracts.Coach].Version}");
    }

    [Fact]
    public async Task A_fault_stops_the_program_and_says_where_it_is()
    {
        Write("coach", PromptTexts.Coach.With("{{name}}", "{{nme}}"));
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PracticeBot.dll"), "--urls=http://127.0.0.1:0"])
            {
                WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            process.Kill();
        }

        process.ExitCode.ShouldBe(ExitCode.Findings);
        (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].ShouldContain("coach.yaml:6:13: fault: The program gives this prompt no \"nme\". Did you mean \"name\"?");
        (await output).ShouldNotContain("   at ");
    }

    [Fact]
    public void The_folder_of_the_working_directory_goes_before_the_one_beside_the_program()
    {
        using var beside = new TemporaryFolder();

        PromptFolder.In(folder.Path, beside.Path).Path.ShouldBe(prompts);
        PromptFolder.In(beside.Path, folder.Path).Path.ShouldBe(prompts);
    }

    private static async Task ChangeAsync(PromptLibrary library, string text, Func<bool> shows)
    {
        var shown = new TaskCompletionSource();
        void Look(object? sender, EventArgs change)
        {
            if (shows())
            {
                shown.TrySetResult();
            }
        }

        library.Changed += Look;
        await File.WriteAllTextAsync(library.Folder.FileOf(PromptContracts.Coach), text);
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(30));
        library.Changed -= Look;
    }

    private PromptLibrary Open() => new(new PromptFolder(prompts), NullLogger<PromptLibrary>.Instance);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(prompts, $"{name}.yaml"), text);

    private static string Shipped(string name) => File.ReadAllText(Path.Combine(Repository.Root, PromptFolder.Name, $"{name}.yaml"));

    private static string System(Prompt prompt) =>
        prompt.Render(PromptContracts.All.Single(contract => contract.Name == prompt.Name).Samples)[0].Text;
}
