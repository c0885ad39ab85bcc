using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using PracticeBot.Commands;
using PracticeBot.Practice;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "00000000-0000-0000-0000-000000000001";

    private readonly TemporaryFolder _folder = new();

    private string Zip => Path.Combine(_folder.Path, "app.zip");

    [Fact]
    public async Task The_package_holds_the_manifest_of_this_bot_its_icons_and_its_words_in_other_languages()
    {
        (await PackAsync("--developer", "Example College", "--privacy-url", "https://college.example/privacy")).ExitCode.ShouldBe(ExitCode.Done);

        using var zip = ZipFile.OpenRead(Zip);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "color.png", "outline.png", "de.json", "es.json", "fr.json"]);
        var manifest = Json(zip, "manifest.json");
        ((string?)manifest["id"]).ShouldBe(AppId);
        ((string?)manifest["bots"]![0]!["botId"]).ShouldBe(AppId);
        ((string?)manifest["developer"]!["name"]).ShouldBe("Example College");
        ((string?)manifest["developer"]!["privacyUrl"]).ShouldBe("https://college.example/privacy");
        ((string?)manifest["developer"]!["termsOfUseUrl"]).ShouldBe("https://practice.example/");
        ((string?)manifest["validDomains"]![0]).ShouldBe("practice.example");
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public async Task Icons_have_the_sizes_that_Teams_asks_for(string icon, int size)
    {
        await PackAsync();

        using var zip = ZipFile.OpenRead(Zip);
        using var stream = zip.GetEntry(icon)!.Open();
        var head = new byte[24];
        await stream.ReadExactlyAsync(head);
        BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)).ShouldBe(size);
        BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)).ShouldBe(size);
    }

    [Theory]
    [InlineData("de.json")]
    [InlineData("es.json")]
    [InlineData("fr.json")]
    public async Task Every_description_of_a_command_is_translated_and_no_command_is(string file)
    {
        await PackAsync();

        using var zip = ZipFile.OpenRead(Zip);
        var lists = Json(zip, "manifest.json")["bots"]![0]!["commandLists"]!.AsArray();
        var wanted = lists.SelectMany((list, at) => list!["commands"]!.AsArray().Select((_, number) => $"bots[0].commandLists[{at}].commands[{number}].description"));
        Json(zip, file).Select(word => word.Key).Where(key => key.StartsWith("bots", StringComparison.Ordinal)).ShouldBe(wanted);
    }

    [Fact]
    public async Task Every_command_of_the_manifest_is_one_that_the_bot_knows()
    {
        await PackAsync();

        using var zip = ZipFile.OpenRead(Zip);
        foreach (var command in Json(zip, "manifest.json")["bots"]![0]!["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray()))
        {
            ChatCommand.TryParse((string)command!["title"]!, _ => false, out var known).ShouldBeTrue();
            known.Kind.ShouldNotBeOneOf(CommandKind.Unknown, CommandKind.NotHere);
        }
    }

    [Fact]
    public async Task The_same_settings_give_the_same_bytes()
    {
        await PackAsync();
        var first = await File.ReadAllBytesAsync(Zip);
        await PackAsync();

        (await File.ReadAllBytesAsync(Zip)).ShouldBe(first);
        using var zip = ZipFile.OpenRead(Zip);
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
    }

    [Theory]
    [InlineData("{0000000A-0000-0000-0000-000000000001}")]
    [InlineData("0000000a000000000000000000000001")]
    public async Task An_app_id_stands_in_the_manifest_as_Teams_writes_it_however_it_was_set(string id)
    {
        (await Terminal.SetAsync(Settings(id, "https://practice.example"), "teams-package", "--out", Zip)).ExitCode.ShouldBe(ExitCode.Done);

        using var zip = ZipFile.OpenRead(Zip);
        var manifest = Json(zip, "manifest.json");
        ((string?)manifest["id"]).ShouldBe("0000000a-0000-0000-0000-000000000001");
        ((string?)manifest["bots"]![0]!["botId"]).ShouldBe("0000000a-0000-0000-0000-000000000001");
    }

    [Fact]
    public async Task Addresses_with_letters_of_other_languages_are_written_as_the_web_has_them()
    {
        var settings = Settings(AppId, "https://übung.example");
        (await Terminal.SetAsync(settings, "teams-package", "--out", Zip, "--privacy-url", "https://college.example/our%20privacy")).ExitCode.ShouldBe(ExitCode.Done);

        using var zip = ZipFile.OpenRead(Zip);
        var manifest = Json(zip, "manifest.json");
        ((string?)manifest["validDomains"]![0]).ShouldBe("xn--bung-zra.example");
        ((string?)manifest["developer"]!["privacyUrl"]).ShouldBe("https://college.example/our%20privacy");
    }

    [Theory]
    [InlineData("", "https://practice.example", "MicrosoftAppId must be set")]
    [InlineData("my-bot", "https://practice.example", "MicrosoftAppId must be")]
    [InlineData(AppId, "", "PublicUrl must be set")]
    [InlineData(AppId, "http://practice.example", "begin with https://")]
    public async Task What_is_missing_is_told_with_an_example_and_nothing_is_written(string id, string address, string told)
    {
        var terminal = await Terminal.SetAsync(Settings(id, address), "teams-package", "--out", Zip);

        terminal.ExitCode.ShouldBe(ExitCode.BadUsage);
        terminal.Error.ShouldContain(told);
        terminal.Error.ShouldContain("Example:");
        File.Exists(Zip).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--developer", "A name that is far too long for the manifest of an app")]
    [InlineData("--privacy-url", "somewhere")]
    public async Task What_the_manifest_can_not_hold_is_told(string option, string value)
    {
        var terminal = await PackAsync(option, value);

        terminal.ExitCode.ShouldBe(ExitCode.BadUsage);
        terminal.Error.ShouldContain(option);
    }

    [Fact]
    public async Task A_place_that_can_not_be_written_is_told()
    {
        var terminal = await Terminal.SetAsync(Settings(AppId, "https://practice.example"), "teams-package", "--out", _folder.Path);

        terminal.ExitCode.ShouldBe(ExitCode.BadUsage);
        terminal.Error.ShouldNotBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private Task<Terminal> PackAsync(params string[] options) =>
        Terminal.SetAsync(Settings(AppId, "https://practice.example"), ["teams-package", "--out", Zip, .. options]);

    private static Dictionary<string, string?> Settings(string id, string address) => new(StringComparer.Ordinal) { ["MicrosoftAppId"] = id, ["PublicUrl"] = address };

    private static JsonObject Json(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return JsonNode.Parse(stream)!.AsObject();
    }
}
