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

    public static bool IsModel(ParseResult parsed, Option<string> option) => parsed.GetValue(option) == Model;
}
