using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

public sealed class TeamsPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("practicebot-package-").FullName;

    [Fact]
    public async Task The_package_is_what_Microsofts_own_schemas_ask_for()
    {
        var node = Needs.Node();
        await PackAsync();

        (await FaultsAsync(node)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("manifest.json", "accentColor", "green")]
    [InlineData("manifest.json", "manifestVersion", "1.29")]
    [InlineData("de.json", "description.short", "")]
    public async Task The_schemas_find_what_is_wrong(string file, string field, string value)
    {
        var node = Needs.Node();
        await PackAsync();
        var path = Path.Combine(_folder, file);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
        json[field] = value;
        await File.WriteAllTextAsync(path, json.ToJsonString());

        (await FaultsAsync(node)).ShouldContain(file);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task PackAsync()
    {
        var zip = Path.Combine(_folder, "app.zip");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Host.Program, "teams-package", "--out", zip, "--developer", "Example College" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["MicrosoftAppId"] = "00000000-0000-0000-0000-000000000001";
        start.Environment["PublicUrl"] = "https://practice.example";
        var (code, printed) = await RunAsync(start);
        code.ShouldBe(0, printed);
        ZipFile.ExtractToDirectory(zip, _folder);
    }

    private async Task<string> FaultsAsync(string node)
    {
        var start = new ProcessStartInfo(node) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] localisations = [.. new[] { "de.json", "es.json", "fr.json" }.Select(file => Path.Combine(_folder, file))];
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "clients", "teams-manifest.mjs"), Path.Combine(AppContext.BaseDirectory, "lib"),
            Path.Combine(_folder, "manifest.json"), .. localisations,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var (code, printed) = await RunAsync(start);
        code.ShouldBe(0, printed);
        return printed;
    }

    private static async Task<(int Code, string Printed)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync();
        var faults = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await printed + await faults);
    }
}
