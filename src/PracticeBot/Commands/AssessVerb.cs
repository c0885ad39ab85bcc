using System.CommandLine;
using PracticeBot.Content;
using PracticeBot.Measuring;

namespace PracticeBot.Commands;

/// <summary><c>assess [--in F] [--out F]</c>: a judgement a line, in order; a line that cannot be judged says why and the rest go on.</summary>
internal static class AssessVerb
{
    public static Command Make(CommandConsole console)
    {
        var input = new Option<string?>("--in") { Description = CommandTexts.AssessIn, HelpName = "F" };
        var output = new Option<string?>("--out") { Description = CommandTexts.AssessOut, HelpName = "F" };
        var assessor = AssessorOption.Make();
        var verb = new Command("assess", CommandTexts.Assess) { input, output, assessor };
        verb.SetAction(parsed => AssessorOption.IsModel(parsed, assessor, console)
            ? ExitCode.BadUsage
            : Judging.Guarded(console, () => Run(parsed.GetValue(input), parsed.GetValue(output), console)));
        return verb;
    }

    private static int Run(string? input, string? output, CommandConsole console)
    {
        if (input is not null && !File.Exists(input))
        {
            console.Error.WriteLine(CommandTexts.NoLines(input));
            return ExitCode.BadUsage;
        }

        using var from = input is null ? null : new StreamReader(input);
        using var file = output is null ? null : new StreamWriter(output) { NewLine = "\n" };
        var to = file ?? console.Out;
        var lines = new LineJudge(Judging.Judge(), PersonaFolder.Standard());
        while ((from ?? console.In).ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                to.WriteLine(lines.Judge(line));
                to.Flush();
            }
        }

        return ExitCode.Done;
    }
}
