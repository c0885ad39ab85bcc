using System.CommandLine;
using Microsoft.Extensions.Options;
using PracticeBot.Channels.BotConnector;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Channels.Teams.Package;
using PracticeBot.Hosting;

namespace PracticeBot.Commands;

/// <summary><c>teams-package --out F</c>: the app that an institution uploads to its Teams.</summary>
internal static class TeamsPackageVerb
{
    /// <summary>Of a developer's name in the manifest, in UTF-16 code units.</summary>
    private const int LongestName = 32;

    public static Command Make(CommandConsole console)
    {
        var output = new Option<string>("--out") { Description = CommandTexts.PackageOut, HelpName = "F", Required = true };
        var developer = new Option<string>("--developer") { Description = CommandTexts.PackageDeveloper, HelpName = "NAME", DefaultValueFactory = _ => "PracticeBot" };
        var privacy = new Option<string?>("--privacy-url") { Description = CommandTexts.PackagePrivacy, HelpName = "URL" };
        var terms = new Option<string?>("--terms-url") { Description = CommandTexts.PackageTerms, HelpName = "URL" };
        var verb = new Command("teams-package", CommandTexts.Package) { output, developer, privacy, terms };
        verb.SetAction((parsed, _) => Judging.GuardedAsync(console, () => Task.FromResult(Run(
            parsed.GetRequiredValue(output), parsed.GetRequiredValue(developer), parsed.GetValue(privacy), parsed.GetValue(terms), console))));
        return verb;
    }

    private static int Run(string output, string developer, string? privacy, string? terms, CommandConsole console)
    {
        if (Owner(developer, privacy, terms, console) is not { } owner)
        {
            return ExitCode.BadUsage;
        }

        // As a whole or not at all: a package that is cut off would only be found out by Teams.
        using var package = new MemoryStream();
        AppPackage.Write(owner, package);
        File.WriteAllBytes(output, package.ToArray());
        console.Out.WriteLine(CommandTexts.Packaged(output, owner.AppId.ToString()));
        return ExitCode.Done;
    }

    /// <summary>Null where something is wrong, which is then told.</summary>
    private static AppOwner? Owner(string developer, string? privacy, string? terms, CommandConsole console)
    {
        List<string> faults = [];
        var (connector, site) = (new BotConnectorOptions(), new DirectLineOptions());
        try
        {
            var settings = VerbSettings.Read(console);
            BotConnectorOptions.Read(connector, settings);
            DirectLineOptions.Read(site, settings);
        }
        catch (OptionsValidationException fault)
        {
            faults.AddRange(fault.Failures);
        }

        if (faults.Count == 0 && connector.AppId is null)
        {
            faults.Add(CommandTexts.PackageNeedsId);
        }

        if (faults.Count == 0 && site.PublicUrl?.Scheme != Uri.UriSchemeHttps)
        {
            faults.Add(CommandTexts.PackageNeedsAddress);
        }

        if (string.IsNullOrWhiteSpace(developer) || developer.Length > LongestName)
        {
            faults.Add(CommandTexts.PackageName(LongestName));
        }

        faults.AddRange(new[] { ("--privacy-url", privacy), ("--terms-url", terms) }
            .Where(option => option.Item2 is { } text && !SettingValues.TryWebAddress(text, out _))
            .Select(option => CommandTexts.PackageAddress(option.Item1)));
        foreach (var fault in faults)
        {
            console.Error.WriteLine(fault);
        }

        return faults.Count > 0
            ? null
            : new AppOwner(
                Guid.Parse(connector.AppId!), site.PublicUrl!, developer.Trim(), Address(privacy), Address(terms), typeof(TeamsPackageVerb).Assembly.GetName().Version!);

        Uri Address(string? text) => text is null ? site.PublicUrl! : new Uri(text);
    }
}
