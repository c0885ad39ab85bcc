using Microsoft.Extensions.Options;

namespace PracticeBot.Hosting;

/// <summary>The host's arguments are settings, and nothing else: what the framework would pass over was meant to do something.</summary>
internal static class HostArguments
{
    private const string Example = "--Practice:Pacing=none";

    /// <exception cref="OptionsValidationException">Names each argument that sets nothing.</exception>
    public static void Check(IReadOnlyList<string> args)
    {
        var faults = Faults(args).ToList();
        if (faults.Count > 0)
        {
            throw new OptionsValidationException(string.Empty, typeof(Setting), faults);
        }
    }

    private static IEnumerable<string> Faults(IReadOnlyList<string> args)
    {
        for (var index = 0; index < args.Count; index++)
        {
            var arg = args[index];
            if (arg.Contains('=', StringComparison.Ordinal) && !IsShort(arg))
            {
                continue;
            }

            if (!arg.StartsWith("--", StringComparison.Ordinal))
            {
                yield return $"{arg.Split('=')[0]} is no setting; settings are written --Key:Sub=value. Example: {Example}";
            }
            else if (++index == args.Count)
            {
                yield return $"{arg} has no value. Example: {Example}";
            }
        }
    }

    private static bool IsShort(string arg) => arg.StartsWith('-') && !arg.StartsWith("--", StringComparison.Ordinal);
}
