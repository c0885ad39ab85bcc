using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>One audition: a client's file, and what learners might say to them.</summary>
/// <param name="Judges">A model judges.</param>
/// <param name="Speaks">A model speaks.</param>
internal sealed record Audition(CommandConsole Console, string Path, string Replies, bool Json, bool Judges, bool Speaks)
{
    private const string StandardInput = "-";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            Console.Error.WriteLine(CommandTexts.NoPersonaFile(Path));
            return ExitCode.BadUsage;
        }

        var reading = PersonaReader.ReadFile(Path);
        if (reading.Persona is not { } persona)
        {
            foreach (var fault in reading.Faults)
            {
                Console.Error.WriteLine(fault);
            }

            return ExitCode.Findings;
        }

        var hasModel = Judges || Speaks;
        var parts = hasModel ? PracticeParts.WithModel(Console, Judges ? "--assessor" : "--voice", persona, Judges, Speaks) : null;
        await using var model = parts?.Model;
        if ((hasModel && model is null) || Script() is not { } sessions)
        {
            return ExitCode.BadUsage;
        }

        var fidelity = await PlayAsync(parts?.Parts ?? PracticeParts.For(persona), persona, sessions, cancellationToken);
        var failures = Judges ? await ExpectedAsync(model!.Assessor, reading, cancellationToken) : [];
        foreach (var line in fidelity.Lines().Concat(failures.Select(failure => failure.ToString())))
        {
            Console.Error.WriteLine(line);
        }

        return fidelity.HasFindings || failures.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    /// <summary>Null, and said, where there is nothing to say.</summary>
    private IReadOnlyList<IReadOnlyList<string>>? Script()
    {
        var source = Replies == StandardInput ? CommandTexts.StandardInput : Replies;
        try
        {
            var script = Replies == StandardInput ? Console.In.ReadToEnd() : File.ReadAllText(Replies);
            if (!AuditionScript.IsText(script))
            {
                Console.Error.WriteLine(CommandTexts.RepliesNotText(source));
                return null;
            }

            var sessions = AuditionScript.Read(new StringReader(script));
            if (sessions.Count > 0)
            {
                return sessions;
            }

            Console.Error.WriteLine(CommandTexts.RepliesEmpty(source));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(CommandTexts.NoReplies(Replies));
        }

        return null;
    }

    private async Task<Fidelity> PlayAsync(
        PracticeParts practice, Persona persona, IReadOnlyList<IReadOnlyList<string>> sessions, CancellationToken cancellationToken)
    {
        IAuditionReport report = Json ? new AuditionJson(Console.Out) : new AuditionText(Console.Out);
        var fidelity = new Fidelity();
        await practice.Listening.WaitAsync(cancellationToken);
        for (var session = 0; session < sessions.Count; session++)
        {
            await PlayAsync(practice.Pipeline, persona, session, sessions[session], report, fidelity, cancellationToken);
        }

        return fidelity;
    }

    /// <summary>Without a model the same file and replies always give the same talk: the session's number is its seed.</summary>
    private static async Task PlayAsync(
        TurnPipeline pipeline, Persona persona, int session, IReadOnlyList<string> replies, IAuditionReport report, Fidelity fidelity, CancellationToken cancellationToken)
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
            fidelity.Add(played);
            report.Played(session + 1, index + 1, encounter, played, replies[index]);
            encounter = encounter.After(played);
        }
    }

    /// <summary>What the author expects, judged by the model.</summary>
    private static Task<IReadOnlyList<PersonaFinding>> ExpectedAsync(IAssessor assessor, PersonaReading reading, CancellationToken cancellationToken) =>
        new ExpectationRun(async reply =>
        {
            var judging = await assessor.AssessAsync(reply, TurnStage.Unwatched, cancellationToken);
            await judging.Whole;
            return judging.Deciding;
        }).FailuresAsync(reading);
}
