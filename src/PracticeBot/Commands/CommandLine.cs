using System.CommandLine;
using PracticeBot.Content.Format;

namespace PracticeBot.Commands;

/// <summary>The program's verbs. Host settings go past it untouched: strict parsing would refuse them.</summary>
public static class CommandLine
{
    private const string Serve = "serve";

    /// <summary>No argument, <c>serve</c>, or a setting first: everything is the host's.</summary>
    public static bool IsForHost(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args.Count == 0
            || args[0] == Serve
            || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"));
    }

    /// <summary>What is left for the host's settings.</summary>
    public static string[] Settings(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return [.. args.SkipWhile((arg, index) => index == 0 && arg == Serve)];
    }

    /// <returns>The exit code (<see cref="ExitCode"/>).</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandConsole console, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(console);

        // A reply or a path may begin with @, which is no file of arguments here.
        var parsed = Root(console).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var sentence in BadUsage(parsed))
            {
                await console.Error.WriteLineAsync(sentence);
            }

            await console.Error.WriteLineAsync(CommandTexts.SeeHelp);
            return ExitCode.BadUsage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false },
            cancellationToken);
    }

    private static IEnumerable<string> BadUsage(ParseResult parsed)
    {
        var verbs = parsed.CommandResult.Command.Subcommands.Select(verb => verb.Name).ToList();
        return verbs.Count == 0 ? parsed.Errors.Select(error => error.Message)
            : parsed.UnmatchedTokens is [var unknown, ..] ? [CommandTexts.NoVerb(unknown, NearestWord.Mend(unknown, verbs))]
            : [CommandTexts.VerbMissing(string.Join(", ", verbs))];
    }

    private static RootCommand Root(CommandConsole console) => new(CommandTexts.About)
    {
        new Command(Serve, CommandTexts.Serve),
        ChatVerb.Make(console),
        AssessVerb.Make(console),
        EvaluateVerb.Make(console),
        TrainVerb.Make(console),
        TeamsPackageVerb.Make(console),
        new Command("persona", CommandTexts.Persona) { PersonaCheckVerb.Make(console), PersonaAuditionVerb.Make(console) },
    };
}
