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
        verb.SetAction(parsed => AssessorOption.IsModel(parsed, assessor, console)
            ? ExitCode.BadUsage
            : Judging.Guarded(console, () =>
            {
                var report = new Evaluation(Judging.Judge()).Run(parsed.GetRequiredValue(task), parsed.GetRequiredValue(data));
                console.Out.WriteLine(parsed.GetValue(json) ? Json(report).ToJsonString() : Table(report));
                return ExitCode.Done;
            }));
        return verb;
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
