using PracticeBot.Content.Format;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content;

/// <summary>What a client of a tendency says where the persona's own file has no words for it.</summary>
public sealed record TendencyPack(Tendency Tendency, LineBook Lines, IReadOnlyList<Fact> Facts)
{
    private const string NameSlot = "{name}";

    /// <summary>
    /// The persona's own lines with the pack's behind them, cause by cause. A plain list of the persona's own is for every cause, so
    /// the pack adds nothing to that reaction; only an answer to a greeting, a goodbye and their like keeps its own words. Lines that all need
    /// a slot get the pack's plain ones beside them.
    /// </summary>
    public LineBook Behind(LineBook own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var taken = own.All
            .GroupBy(pair => pair.Key.Reaction)
            .Where(group => group.Key != Reaction.Answer && group.All(pair => pair.Key.Cause == Causes.Other))
            .Select(group => group.Key)
            .ToHashSet();
        var fallback = new LineBook(Lines.All.Where(pair => !taken.Contains(pair.Key.Reaction)));
        return new LineBook(own.Or(fallback).All.Select(pair => KeyValuePair.Create(pair.Key, WithPlain(pair.Key, pair.Value))));
    }

    /// <summary>The pack's facts, but those that the persona answers itself.</summary>
    public IEnumerable<Fact> FactsBeside(IReadOnlyList<Fact> own, string name)
    {
        var asked = own.SelectMany(fact => fact.Ask).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Facts
            .Where(fact => !fact.Ask.Any(asked.Contains))
            .Select(fact => fact with { Says = [.. fact.Says.Select(line => line.Replace(NameSlot, name, StringComparison.Ordinal))] });
    }

    private IReadOnlyList<string> WithPlain((Reaction Reaction, string Cause) key, IReadOnlyList<string> lines)
    {
        if (lines.Any(Slots.IsPlain))
        {
            return lines;
        }

        var plain = Lines.For(key.Reaction, key.Cause);
        plain = plain.Count > 0 ? plain : Lines.For(key.Reaction, Causes.Other);
        return [.. lines, .. plain.Where(Slots.IsPlain)];
    }
}
