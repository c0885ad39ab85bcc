using System.Security.Cryptography;
using System.Text;

namespace PracticeBot.Content;

/// <summary>The folder of persona files, and what stands in it.</summary>
public sealed record PersonaFolder(string Path) : ContentFolder(Path)
{
    public const string Name = "personas";

    /// <summary>The working directory's folder where it stands there, else the one beside the program.</summary>
    public static PersonaFolder Standard() => In(Environment.CurrentDirectory, AppContext.BaseDirectory);

    public static PersonaFolder In(string workingDirectory, string programDirectory) => new(Nearest(Name, workingDirectory, programDirectory));

    /// <summary>Every persona file by name; editors' own files (hidden, swapped, backups) are none.</summary>
    public IReadOnlyList<string> Files()
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(Path)
                    .Where(IsPersonaFile)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Hash of a text, in hexadecimal.</summary>
    public static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsPersonaFile(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        return !name.StartsWith('.') && !name.StartsWith('#')
            && (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
    }
}
