using System.Collections.Frozen;
using PracticeBot.Core.Turns;

namespace PracticeBot.Core.Personas;

/// <summary>A client's lines by reaction, then by cause (see <see cref="Causes"/>) or, for ruptures, severity.</summary>
public sealed class LineBook
{
    public static readonly LineBook Empty = new([]);

    private readonly FrozenDictionary<(Reaction Reaction, string Cause), IReadOnlyList<string>> lines;

    /// <param name="lines">Lines by reaction and cause; a plain list stands under <see cref="Causes.Other"/>.</param>
    public LineBook(IEnumerable<KeyValuePair<(Reaction Reaction, string Cause), IReadOnlyList<string>>> lines) =>
        this.lines = lines.ToFrozenDictionary();

    public IEnumerable<KeyValuePair<(Reaction Reaction, string Cause), IReadOnlyList<string>>> All => lines;

    /// <summary>The lines for exactly this cause, none where there are none.</summary>
    public IReadOnlyList<string> For(Reaction reaction, string cause) =>
        lines.TryGetValue((reaction, cause), out var found) ? found : [];

    /// <summary>This book with <paramref name="fallback"/>'s lines for the reactions and causes that it lacks.</summary>
    public LineBook Or(LineBook fallback) => new(fallback.lines.Where(pair => !lines.ContainsKey(pair.Key)).Concat(lines));
}
