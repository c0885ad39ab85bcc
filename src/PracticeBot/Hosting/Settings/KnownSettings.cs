using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using PracticeBot.Channels.BotConnector;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Content.Format;
using PracticeBot.Models;
using PracticeBot.MyData;
using PracticeBot.Practice;
using PracticeBot.Storage;

namespace PracticeBot.Hosting;

/// <summary>Every setting of the program. A wrong value, or a key that nobody knows, stops the host at once.</summary>
internal static class KnownSettings
{
    private const string BotFrameworkKeys = "MicrosoftApp";

    public static readonly IReadOnlyList<Setting> All =
    [
        .. PracticeOptions.Settings,
        .. ModelOptions.Settings,
        .. RetentionOptions.Settings,
        .. SafetyOptions.Settings,
        .. StorageOptions.Settings,
        .. DirectLineOptions.Settings,
        .. BotConnectorOptions.Settings,
        ListenAddresses.Setting,
        KnownProxies.Setting,
        .. LaterSettings.All,
    ];

    /// <summary>Names that begin our keys. What stands outside them may be anybody's: the environment holds all kinds of things.</summary>
    private static readonly HashSet<string> Sections = All
        .Where(setting => setting.Key.Contains(':', StringComparison.Ordinal))
        .Select(setting => SectionOf(setting.Key))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="OptionsValidationException">Names each key that is wrong, the fault and an example.</exception>
    public static void Check(IConfiguration configuration)
    {
        string[] faults = [.. All.SelectMany(setting => setting.Faults(configuration)), .. UnknownKeys(configuration)];
        if (faults.Length > 0)
        {
            throw new OptionsValidationException(string.Empty, typeof(Setting), faults);
        }
    }

    /// <summary>What somebody set and nothing heeds yet.</summary>
    public static IEnumerable<string> SetInVain(IConfiguration configuration) =>
        All.Where(setting => !setting.IsBuilt && setting.IsSetIn(configuration)).Select(setting => setting.Key);

    /// <summary>The table of docs/settings.md.</summary>
    public static string Table()
    {
        var table = new StringBuilder("| key | default | must be | example | |\n|---|---|---|---|---|\n");
        foreach (var setting in All)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{setting.Key}` | {Code(setting.Default)} | {setting.Range} | `{setting.ExampleKey}={setting.Example}` " +
                $"| {setting.What}{NotBuilt(setting)} |\n");
        }

        return table.ToString();

        static string NotBuilt(Setting setting) =>
            !setting.IsBuilt ? " Not built yet: has no effect."
            : setting.NotBuiltYet.Count > 0 ? $" Not built yet: {string.Join(", ", setting.NotBuiltYet.Select(Code))}."
            : string.Empty;

        static string Code(string text) => text.Length == 0 ? string.Empty : $"`{text}`";
    }

    private static IEnumerable<string> UnknownKeys(IConfiguration configuration) => configuration.GetChildren()
        .Where(section => Sections.Contains(section.Key) || section.Key.StartsWith(BotFrameworkKeys, StringComparison.OrdinalIgnoreCase))
        .SelectMany(Values)
        // A variable of the environment may be called like a section; it sets nothing of ours.
        .Where(key => !Sections.Contains(key) && !All.Any(setting => setting.Covers(key)))
        .Select(Unknown);

    private static IEnumerable<string> Values(IConfigurationSection section) =>
        (section.Value is null ? [] : new[] { section.Path }).Concat(section.GetChildren().SelectMany(Values));

    private static string Unknown(string key)
    {
        var near = All.Where(setting => SectionOf(setting.Key).Equals(SectionOf(key), StringComparison.OrdinalIgnoreCase)).ToList();
        var known = near.Count > 0 ? near : [.. All.Where(setting => setting.Key.StartsWith(BotFrameworkKeys, StringComparison.Ordinal))];
        var keys = known.Select(Stem).ToList();
        var meant = NearestWord.To(key, keys) ?? NearestWord.To(string.Join(':', key.Split(':').Take(2)), keys);
        var example = known.First(setting => meant is null || Stem(setting) == meant);
        var mend = meant is null ? $"Known here: {string.Join(", ", keys)}." : $"Did you mean {meant}?";
        return $"{key} is no setting. {mend} Example: {example.ExampleKey}={example.Example}";
    }

    /// <summary>The key without the part that is anybody's choice.</summary>
    private static string Stem(Setting setting) => setting.Key.Split(":<")[0];

    private static string SectionOf(string key) => key.Split(':')[0];
}
