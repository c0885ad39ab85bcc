using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using PracticeBot.Measuring;

namespace PracticeBot.Commands;

/// <summary><c>evaluate --task T --data F</c>: agreement with human labels.</summary>
internal static class EvaluateVerb
{
    private const int Digits = 4;

    public static Command Make(CommandConsole console)
    {
        var task = new Option<string>("--task") { Description = CommandTexts.EvaluateTask, Required = true };
        task.AcceptOnlyFromAmong("epitome", "annomi", "pair", "fit");
        var data = new Option<string>("--data") { Description = CommandTexts.EvaluateData, HelpName = "F", Required = true };
        var assessor = AssessorOption.Make();
        var json = new Option<bool>("--json") { Description = CommandTexts.EvaluateJson };
        var resume = new Option<string>("--resume") { Description = CommandTexts.EvaluateResume, HelpName = "F" };
        var yes = new Option<bool>("--yes") { Description = CommandTexts.EvaluateYes };
        var verb = new Command("evaluate", CommandTexts.Evaluate) { task, data, assessor, resume, yes, json };
        verb.SetAction((parsed, cancellationToken) =>
        {
            var (what, file, isJson) = (parsed.GetRequiredValue(task), parsed.GetRequiredValue(data), parsed.GetValue(json));
            return Judging.GuardedAsync(console, () => AssessorOption.IsModel(parsed, assessor)
                ? ByModelAsync(what, file, parsed.GetValue(resume), parsed.GetValue(yes), isJson, assessor.Name, console, cancellationToken)
                : Task.FromResult(Tell(new Evaluation(new EmbeddedMeasured(Judging.Judge())).Run(what, file), isJson, console)));
        });
        return verb;
    }

    private static async Task<int> ByModelAsync(
        string task, string file, string? resume, bool isAgreed, bool isJson, string option, CommandConsole console, CancellationToken cancellationToken)
    {
        await using var model = PracticeParts.Model(console, option);
        if (model is null)
        {
            return ExitCode.BadUsage;
        }

        var asking = new ModelMeasuring(console, model, resume);
        if (await asking.AskAsync(Evaluation.Exchanges(task, file), isAgreed, cancellationToken) is not { } measured)
        {
            return ExitCode.BadUsage;
        }

        Tell(new Evaluation(measured).Run(task, file), isJson, console);
        return asking.Failed > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static int Tell(EvaluationReport report, bool isJson, CommandConsole console)
    {
        console.Out.WriteLine(isJson ? Json(report).ToJsonString() : Table(report));
        return ExitCode.Done;
    }

    private static string Table(EvaluationReport report)
    {
        var lines = report.Figures.Select(figure => string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.Label,-10}  {figure.Measure,-21}  {figure.Value:F3}  {figure.Low:F3}-{figure.High:F3}  {string.Join(", ", figure.Beside.Select(beside => $"{beside.Name} {beside.Value}"))}").TrimEnd());
        return string.Join('\n', [CommandTexts.Evaluated(report.Task, report.Rows, report.Groups), .. lines]);
    }

    private static JsonObject Json(EvaluationReport report) => new()
    {
        ["task"] = report.Task,
        ["rows"] = report.Rows,
        ["groups"] = report.Groups,
        ["figures"] = new JsonArray([.. report.Figures.Select(figure => new JsonObject
        {
            ["label"] = figure.Label,
            ["measure"] = figure.Measure,
            ["value"] = Number(figure.Value),
            ["low"] = Number(figure.Low),
            ["high"] = Number(figure.High),
            ["beside"] = new JsonObject(figure.Beside.Select(beside => KeyValuePair.Create<string, JsonNode?>(beside.Name, beside.Value))),
        })]),
    };

    private static JsonValue? Number(double value) => double.IsNaN(value) ? null : JsonValue.Create(Math.Round(value, Digits));
}
