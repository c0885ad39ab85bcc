using System.Text;

namespace PracticeBot.Commands;

/// <summary>Where a command reads and writes: what it was asked for goes to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="IsInteractive">Somebody sits at a keyboard.</param>
public sealed record CommandConsole(TextReader In, TextWriter Out, TextWriter Error, bool IsInteractive)
{
    /// <summary>Settings that go before those of the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process's own streams, in UTF-8 whatever the terminal's language.</summary>
    public static CommandConsole Standard() => new(
        new StreamReader(Console.OpenStandardInput(), Utf8),
        new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true },
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        IsInteractive: !Console.IsInputRedirected && !Console.IsOutputRedirected);
}
