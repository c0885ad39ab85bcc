using System.Collections.Concurrent;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;
using PracticeBot.Core.Personas;

namespace PracticeBot.Content;

/// <summary>The six packs, which are part of the program.</summary>
public static class TendencyPacks
{
    private static readonly ConcurrentDictionary<Tendency, TendencyPack> Packs = new();

    public static TendencyPack Of(Tendency tendency) => Packs.GetOrAdd(tendency, Load);

    /// <summary>The file of a pack as it is written, for checks.</summary>
    public static PackFile? Read(Tendency tendency, FindingList findings)
    {
        var tree = YamlTreeReader.Read(TextOf(tendency), findings);
        return tree is null ? null : new PartReader(findings).Read<PackFile>(tree);
    }

    public static string FileOf(Tendency tendency) => $"{FileWords.Word(tendency)}.yaml";

    private static TendencyPack Load(Tendency tendency)
    {
        var findings = new FindingList(FileOf(tendency));
        var file = Read(tendency, findings);
        return file is null || findings.HasFaults
            ? throw new InvalidOperationException(string.Join('\n', findings.InOrder()))
            : new TendencyPack(tendency, PersonaBuilder.Book(file.Lines), PersonaBuilder.Facts(file.Facts));
    }

    private static string TextOf(Tendency tendency)
    {
        using var stream = typeof(TendencyPacks).Assembly.GetManifestResourceStream($"Packs/{FileOf(tendency)}")
            ?? throw new InvalidOperationException($"The pack {FileOf(tendency)} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
