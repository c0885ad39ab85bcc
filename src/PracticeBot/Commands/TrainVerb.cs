using System.CommandLine;
using PracticeBot.Embedded.Learning;
using PracticeBot.Measuring;

namespace PracticeBot.Commands;

/// <summary><c>train --data DIR --out F</c>: refit the assessor's weights.</summary>
internal static class TrainVerb
{
    public static Command Make(CommandConsole console)
    {
        var data = new Option<string>("--data") { Description = CommandTexts.TrainData, HelpName = "DIR", Required = true };
        var output = new Option<string>("--out") { Description = CommandTexts.TrainOut, HelpName = "F", Required = true };
        var verb = new Command("train", CommandTexts.Train) { data, output };
        verb.SetAction((parsed, _) => Judging.GuardedAsync(
            console, () => Task.FromResult(Run(parsed.GetRequiredValue(data), parsed.GetRequiredValue(output), console))));
        return verb;
    }

    private static int Run(string data, string output, CommandConsole console)
    {
        var sets = LabelledData.Training(data);
        var trainer = new WeightsTrainer(Judging.Encoder(), console.Error.WriteLine);
        var weights = trainer.Fit(sets);
        using (var file = new StreamWriter(output))
        {
            WeightsFile.Write(weights, file);
        }

        foreach (var result in trainer.Results)
        {
            console.Out.WriteLine(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{result.Model,-18}  macro-F1 {result.MacroF1:F3}  kappa {result.Kappa:F3}  calibration error {result.CalibrationError:F3}"));
        }

        return ExitCode.Done;
    }
}
