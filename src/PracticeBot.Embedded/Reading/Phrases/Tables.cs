using System.Collections.Frozen;
using System.Reflection;

namespace PracticeBot.Embedded.Reading.Phrases;

/// <summary>The rules' own tables: text files beside the code, sections in brackets, one entry a line, # for comments.</summary>
internal static class Tables
{
    private const string Folder = "Reading.Tables.";

    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, string[]>>> All = new(Load);

    private static readonly Lazy<FrozenDictionary<string, string[]>> Groups = new(() => All.Value["groups"]
        .ToFrozenDictionary(pair => pair.Key, pair => Words(pair.Value), StringComparer.Ordinal));

    /// <summary>The lines of one section.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table or section.</exception>
    public static IReadOnlyList<string> Lines(string table, string section) => All.Value[table][section];

    /// <summary>Every section of a table, by name.</summary>
    public static IReadOnlyDictionary<string, string[]> Sections(string table) => All.Value[table];

    /// <summary>The words of a section, by spaces and lines.</summary>
    public static FrozenSet<string> WordsOf(string table, string section) =>
        Words(All.Value[table][section]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The phrases of one section or of several.</summary>
    public static PhraseBook Phrases(string table, params string[] sections) =>
        new(sections.SelectMany(section => Lines(table, section)).Select(Parse));

    public static Phrase Parse(string phrase) => Phrase.Parse(phrase, name => Groups.Value[name]);

    /// <summary>Every word that a table speaks of, bare of the signs of the phrase notation.</summary>
    public static IEnumerable<string> EveryWord() => All.Value
        .Where(table => table.Key is not ("words" or "lookalikes" or "languages"))
        .SelectMany(table => table.Value)
        .SelectMany(section => section.Value)
        .SelectMany(line => line.Split([' ', '|', ',', '[', ']', '~', '*', '@', '=', '^', '$', '?', '!', '\t', '/'], StringSplitOptions.RemoveEmptyEntries));

    private static string[] Words(IEnumerable<string> lines) =>
        lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();

    private static FrozenDictionary<string, FrozenDictionary<string, string[]>> Load()
    {
        var assembly = typeof(Tables).Assembly;
        var prefix = assembly.GetName().Name + "." + Folder;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => Path.GetFileNameWithoutExtension(name[prefix.Length..]), name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string[]> Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var section = string.Empty;
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith("[[", StringComparison.Ordinal) && line.EndsWith("]]", StringComparison.Ordinal))
            {
                section = line[2..^2];
                sections.TryAdd(section, []);
            }
            else
            {
                sections[section].Add(line);
            }
        }

        return sections.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
