using PracticeBot.Commands;

namespace PracticeBot.Tests.Commands;

/// <summary>A command line as somebody uses it, within this process.</summary>
internal sealed record Terminal(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Terminal> RunAsync(params string[] args) => TypeAsync(string.Empty, args);

    /// <summary>With these settings, whatever the environment says.</summary>
    public static Task<Terminal> SetAsync(IReadOnlyDictionary<string, string?> settings, params string[] args) => RunAsync(string.Empty, settings, args);

    public static Task<Terminal> TypeAsync(string input, params string[] args) => RunAsync(input, new Dictionary<string, string?>(StringComparer.Ordinal), args);

    private static async Task<Terminal> RunAsync(string input, IReadOnlyDictionary<string, string?> settings, string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, new CommandConsole(new StringReader(input), output, error, IsInteractive: false) { Settings = settings });
        return new Terminal(code, output.ToString(), error.ToString());
    }
}
