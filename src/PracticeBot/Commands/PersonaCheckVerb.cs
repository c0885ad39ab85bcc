using System.CommandLine;
using PracticeBot.Content;
using PracticeBot.Embedded.Reading;

namespace PracticeBot.Commands;

/// <summary><c>persona check PATH…</c>: every fault and warning of persona files, expectations run.</summary>
internal static class PersonaCheckVerb
{
    public static Command Make(CommandConsole console)
    {
        var paths = new Argument<string[]>("PATH") { Description = CommandTexts.CheckPath, Arity = ArgumentArity.OneOrMore };
        PersonaPath.RefuseOptions(paths);
        var verb = new Command("check", CommandTexts.Check) { paths };
        verb.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(paths), console));
        return verb;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, CommandConsole console)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            IReadOnlyList<string> found = Directory.Exists(path) ? new PersonaFolder(path).Files() : File.Exists(path) ? [path] : [];
            if (found.Count == 0)
            {
                console.Error.WriteLine(CommandTexts.NoPersonaFile(path));
                return ExitCode.BadUsage;
            }

            files.AddRange(found);
        }

        var assessor = new Lazy<EmbeddedAssessor>(PracticeParts.LoadedAssessor);
        var expectations = new ExpectationRun(reply => Task.FromResult(assessor.Value.Assess(reply)));
        var findings = new List<PersonaFinding>();
        foreach (var file in files.Distinct(StringComparer.Ordinal))
        {
            var reading = PersonaReader.ReadFile(file);
            findings.AddRange(reading.Findings.Concat(await expectations.FailuresAsync(reading)).OrderBy(finding => finding.Line).ThenBy(finding => finding.Column));
        }

        foreach (var finding in findings)
        {
            console.Out.WriteLine(finding);
        }

        var faults = findings.Count(finding => finding.IsFault);
        console.Out.WriteLine(CommandTexts.Checked(files.Count, faults, findings.Count - faults));
        return faults > 0 ? ExitCode.Findings : ExitCode.Done;
    }
}
