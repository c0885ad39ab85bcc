using System.CommandLine;

namespace PracticeBot.Commands;

/// <summary><c>--assessor embedded|model</c>.</summary>
internal static class AssessorOption
{
    private const string Embedded = "embedded";
    private const string Model = "model";

    public static Option<string> Make()
    {
        var option = new Option<string>("--assessor") { Description = CommandTexts.AuditionAssessor, DefaultValueFactory = _ => Embedded };
        option.AcceptOnlyFromAmong(Embedded, Model);
        return option;
    }

    /// <summary>True, and said on the console, where a model is wanted: none is configured for the verbs.</summary>
    public static bool IsModel(ParseResult parsed, Option<string> option, CommandConsole console)
    {
        if (parsed.GetValue(option) != Model)
        {
            return false;
        }

        console.Error.WriteLine(CommandTexts.NoModel(option.Name));
        return true;
    }
}
