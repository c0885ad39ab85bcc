using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PracticeBot.Hosting;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Hosting;

public sealed class SettingsTests
{
    private const string Head = "| key |";

    public static TheoryData<string, string> Told => new(KnownSettings.All
        .Select(setting => (setting.ExampleKey, setting.Example))
        .Union(KnownSettings.All.Where(setting => setting.Default.Length > 0).Select(setting => (setting.Key, setting.Default))));

    /// <summary>Rewrite the table with: PRACTICEBOT_WRITE_SETTINGS=1 dotnet test tests/PracticeBot.Tests --filter SettingsTests</summary>
    [Fact]
    public void The_documented_table_is_the_one_that_the_host_checks_by()
    {
        var path = Path.Combine(Repository.Root, "docs", "settings.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var written = text[..text.IndexOf(Head, StringComparison.Ordinal)] + KnownSettings.Table();
        if (Environment.GetEnvironmentVariable("PRACTICEBOT_WRITE_SETTINGS") == "1")
        {
            File.WriteAllText(path, written);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(
            written, "The settings changed. Run: PRACTICEBOT_WRITE_SETTINGS=1 dotnet test tests/PracticeBot.Tests --filter SettingsTests");
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void What_people_are_told_to_write_is_taken(string key, string value) => KnownSettings.Check(Configuration((key, value)));

    [Fact]
    public void The_settings_that_the_program_comes_with_are_good() => KnownSettings.Check(
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.json")).Build());

    [Fact]
    public void Every_setting_that_the_readme_names_is_known()
    {
        var readme = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));
        var rows = readme.SkipWhile(line => !line.StartsWith("## Settings", StringComparison.Ordinal)).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var keys = rows.Select(row => row.Split('|')[1]).SelectMany(cell => cell.Split(',')).Select(key => key.Trim(' ', '`')).ToList();

        keys.ShouldNotBeEmpty();
        foreach (var key in keys)
        {
            KnownSettings.All.Select(setting => setting.Key).ShouldContain(key);
        }
    }

    [Theory]
    [InlineData("Practice:Pacng", "Practice:Pacing")]
    [InlineData("Practice:Pacing:0", "Practice:Pacing")]
    [InlineData("DirectLine:Secret", "DirectLine:Secrets")]
    [InlineData("DirectLine:Secrets:first", "DirectLine:Secrets")]
    [InlineData("Storage:Connection", "Storage:ConnectionString")]
    [InlineData("Model:Apikeys", "Model:ApiKey")]
    [InlineData("Safety:Resource:en", "Safety:Resources")]
    [InlineData("Retention:Day", "Retention:Days")]
    [InlineData("ForwardedHeaders:KnownProxy", "ForwardedHeaders:KnownProxies")]
    [InlineData("MicrosoftAppID2", "MicrosoftAppId")]
    public void A_misspelled_key_is_told_with_the_one_that_was_meant(string key, string meant)
    {
        var fault = Should.Throw<OptionsValidationException>(() => KnownSettings.Check(Configuration((key, "x"))));

        var sentence = fault.Failures.ShouldHaveSingleItem();
        sentence.ShouldStartWith($"{key} is no setting. Did you mean {meant}? Example: ");
    }

    [Theory]
    [InlineData("PATH")]
    [InlineData("Model")]
    [InlineData("PRACTICE")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Limits:MaxRequestBodySize")]
    [InlineData("SomebodysTool:Setting")]
    public void What_others_keep_in_the_environment_is_left_alone(string key) => KnownSettings.Check(Configuration((key, "x")));

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var fault = Should.Throw<OptionsValidationException>(() => KnownSettings.Check(Configuration(
            ("Practice:Pacing", "fast"), ("Practice:Mode", "loud"), ("Storage:Provider", "postgres"), ("Storage:Conection", "x"))));

        fault.Failures.Count().ShouldBe(4);
        fault.Failures.ShouldContain(sentence => sentence.Contains("postgres, which is not built yet", StringComparison.Ordinal));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();
}
