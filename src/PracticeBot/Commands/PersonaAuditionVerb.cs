using System.CommandLine;
using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary><c>persona audition PATH --replies F</c>: hear how a client answers, and see how each reply is judged.</summary>
internal static class PersonaAuditionVerb
{
    private const string StandardInput = "-";
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
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var wanted = new[] { assessor, voice }.FirstOrDefault(option => parsed.GetValue(option) == Model);
            if (wanted is not null)
            {
                console.Error.WriteLine(CommandTexts.NoModel(wanted.Name));
                return ExitCode.BadUsage;
            }

            return await RunAsync(parsed.GetRequiredValue(path), parsed.GetRequiredValue(replies), parsed.GetValue(json), console, cancellationToken);
        });
        return verb;
    }

    private static async Task<int> RunAsync(string path, string replies, bool json, CommandConsole console, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            console.Error.WriteLine(CommandTexts.NoPersonaFile(path));
            return ExitCode.BadUsage;
        }

        var reading = PersonaReader.ReadFile(path);
        if (reading.Persona is not { } persona)
        {
            foreach (var fault in reading.Faults)
            {
                console.Error.WriteLine(fault);
            }

            return ExitCode.Findings;
        }

        if (Script(replies, console) is not { } script)
        {
            console.Error.WriteLine(CommandTexts.NoReplies(replies));
            return ExitCode.BadUsage;
        }

        var source = replies == StandardInput ? CommandTexts.StandardInput : replies;
        if (!AuditionScript.IsText(script))
        {
            console.Error.WriteLine(CommandTexts.RepliesNotText(source));
            return ExitCode.BadUsage;
        }

        var sessions = AuditionScript.Read(new StringReader(script));
        if (sessions.Count == 0)
        {
            console.Error.WriteLine(CommandTexts.RepliesEmpty(source));
            return ExitCode.BadUsage;
        }

        IAuditionReport report = json ? new AuditionJson(console.Out) : new AuditionText(console.Out);
        var practice = PracticeParts.For(persona);
        await practice.Listening.WaitAsync(cancellationToken);
        for (var session = 0; session < sessions.Count; session++)
        {
            await PlayAsync(practice.Pipeline, persona, session, sessions[session], report, cancellationToken);
        }

        return ExitCode.Done;
    }

    /// <summary>Null where there is no file, or none that may be read.</summary>
    private static string? Script(string replies, CommandConsole console)
    {
        try
        {
            return replies == StandardInput ? console.In.ReadToEnd() : File.ReadAllText(replies);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The same file and replies always give the same talk: the session's number is its seed.</summary>
    private static async Task PlayAsync(
        TurnPipeline pipeline, Persona persona, int session, IReadOnlyList<string> replies, IAuditionReport report, CancellationToken cancellationToken)
    {
        var encounter = pipeline.Begin(persona, seed: session + 1);
        report.Begins(session + 1, encounter);
        for (var index = 0; index < replies.Count; index++)
        {
            if (encounter.State.HasLeft)
            {
                report.Left(session + 1, index + 1, replies[index]);
                continue;
            }

            var played = await pipeline.PlayAsync(encounter, SpokenReply.Of(replies[index]), TurnStage.Unwatched, cancellationToken);
            report.Played(session + 1, index + 1, encounter, played, replies[index]);
            encounter = encounter.After(played);
        }
    }

    private static Option<string> OneOf(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => Embedded };
        option.AcceptOnlyFromAmong(Embedded, Model);
        return option;
    }
}
