using System.Reflection;

namespace PracticeBot.Embedded.Clients;

/// <summary>Word lists and lines that stand beside the code as files.</summary>
internal static class ClientResources
{
    /// <summary>The lines of a file, comments (#) and blank lines left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"PracticeBot.Embedded.Clients.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The tab-separated cells of each line.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));
}
