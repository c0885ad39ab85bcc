using System.CommandLine;
using PracticeBot.Content;
using PracticeBot.Measuring;
using PracticeBot.Models.Coding;

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
        verb.SetAction((parsed, cancellationToken) =>
        {
            var (from, to) = (parsed.GetValue(input), parsed.GetValue(output));
            return AssessorOption.IsModel(parsed, assessor)
                ? ByModelAsync(from, to, assessor.Name, console, cancellationToken)
                : Judging.GuardedAsync(console, () => RunAsync(from, to, new EmbeddedLines(Judging.Judge()), console, cancellationToken));
        });
        return verb;
    }

    private static async Task<int> ByModelAsync(string? input, string? output, string option, CommandConsole console, CancellationToken cancellationToken)
    {
        await using var model = PracticeParts.Model(console, option);
        return model is null
            ? ExitCode.BadUsage
            : await Judging.GuardedAsync(
                console, () => RunAsync(input, output, new ModelLines(new ModelCoder(model.Chat, model.Prompts), model.Assessor), console, cancellationToken));
    }

    private static async Task<int> RunAsync(string? input, string? output, ILineAssessor assessor, CommandConsole console, CancellationToken cancellationToken)
    {
        if (input is not null && !File.Exists(input))
        {
            console.Error.WriteLine(CommandTexts.NoLines(input));
            return ExitCode.BadUsage;
        }

        using var from = input is null ? null : new StreamReader(input);
        using var file = output is null ? null : new StreamWriter(output) { NewLine = "\n" };
        var to = file ?? console.Out;
        var lines = new LineJudge(assessor, PersonaFolder.Standard());
        while (await (from ?? console.In).ReadLineAsync(cancellationToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await to.WriteLineAsync(await lines.JudgeAsync(line, cancellationToken));
                await to.FlushAsync(cancellationToken);
            }
        }

        return ExitCode.Done;
    }
}
