using System.CommandLine;

namespace PracticeBot.Commands;

/// <summary><c>persona audition PATH --replies F</c>: hear how a client answers, and see how each reply is judged.</summary>
internal static class PersonaAuditionVerb
{
    private const string Embedded = "embedded";
    private const string Model = "model";

    public static Command Make(CommandConsole console)
    {
        var path = new Argument<string>("PATH") { Description = CommandTexts.AuditionPath };
        PersonaPath.RefuseOptions(path);
        var replies = new Option<string>("--replies") { Description = CommandTexts.AuditionReplies, HelpName = "F", Required = true };
        var assessor = OneOf("--assessor", CommandTexts.AuditionAssessor);
        var voice = OneOf("--voice", CommandTexts.AuditionVoice);
        var json = new Option<bool>("--json") { Description = CommandTexts.AuditionJson };
        var verb = new Command("audition", CommandTexts.Audition) { path, replies, assessor, voice, json };
        verb.SetAction((parsed, cancellationToken) => new Audition(
            console, parsed.GetRequiredValue(path), parsed.GetRequiredValue(replies), parsed.GetValue(json),
            Judges: parsed.GetValue(assessor) == Model, Speaks: parsed.GetValue(voice) == Model).RunAsync(cancellationToken));
        return verb;
    }

    private static Option<string> OneOf(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => Embedded };
        option.AcceptOnlyFromAmong(Embedded, Model);
        return option;
    }
}
