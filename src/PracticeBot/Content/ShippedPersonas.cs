using System.Collections.Frozen;

namespace PracticeBot.Content;

/// <summary>
/// The personas that come with the program. They stand here by name, since an educator adds files to the very folder that the shipped
/// ones lie in: a fault in a shipped one stops the host, a fault in an added one does not.
/// </summary>
public static class ShippedPersonas
{
    public static readonly FrozenSet<string> Ids = new[]
    {
        "grace", "henrik", "maya", "minh", "nadia", "rosa", "tariq", "walter",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string file) => Ids.Contains(Path.GetFileNameWithoutExtension(file));
}
