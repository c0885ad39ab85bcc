using PracticeBot.Commands;

namespace PracticeBot.Tests.Commands;

/// <summary>A command line as somebody uses it, within this process.</summary>
internal sealed record Terminal(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Terminal> RunAsync(params string[] args) => TypeAsync(string.Empty, args);

    public static async Task<Terminal> TypeAsync(string input, params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, new CommandConsole(new StringReader(input), output, error, IsInteractive: false));
        return new Terminal(code, output.ToString(), error.ToString());
    }
}
