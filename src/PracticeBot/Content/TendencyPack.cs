using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content;

/// <summary>
/// What a client of a tendency says where the persona's own file has no words for it. Own words always come first: lines of the
/// persona's under <see cref="Causes.Other"/> (a plain list too) are for every cause of their reaction, so that the pack keeps out of it; and what
/// a client says at one depth is lent only to layers that have no such lines of their own.
/// </summary>
public sealed record TendencyPack(Tendency Tendency, LineBook Lines, IReadOnlyList<Fact> Facts)
{
    private const string NameSlot = "{name}";

    /// <summary>The persona's own lines for any layer, with the pack's behind them.</summary>
    /// <param name="own">As its file has them.</param>
    public LineBook Behind(LineBook own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var lent = new LineBook(Lines.All.Where(pair => !IsOfOneDepth(pair.Key) && IsLent(pair.Key, own)));
        return new LineBook(own.Or(lent).All.Select(pair => KeyValuePair.Create(pair.Key, WithPlain(pair.Key, pair.Value))));
    }

    /// <summary>A layer's own lines, with the pack's where neither the layer nor the persona has any.</summary>
    /// <param name="layer">The layer's lines as the file has them.</param>
    /// <param name="own">The persona's lines for any layer as the file has them.</param>
    public LineBook BehindLayer(LineBook layer, LineBook own)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(own);
        var spoken = layer.All.Select(pair => pair.Key.Reaction).ToHashSet();
        return layer.Or(new LineBook(Lines.All.Where(pair =>
            IsOfOneDepth(pair.Key) && !spoken.Contains(pair.Key.Reaction) && IsLent(pair.Key, own))));
    }

    /// <summary>The pack's facts, but those that the persona answers itself.</summary>
    public IEnumerable<Fact> FactsBeside(IReadOnlyList<Fact> own, string name)
    {
        var asked = own.SelectMany(fact => fact.Ask).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Facts
            .Where(fact => !fact.Ask.Any(asked.Contains))
            .Select(fact => fact with { Says = [.. fact.Says.Select(line => line.Replace(NameSlot, name, StringComparison.Ordinal))] });
    }

    /// <summary>Greetings, goodbyes and their like need their own words whatever else the persona answers.</summary>
    private static bool IsLent((Reaction Reaction, string Cause) key, LineBook own)
    {
        if (own.For(key.Reaction, key.Cause).Count > 0)
        {
            return false;
        }

        var needsItsOwn = key.Reaction == Reaction.Answer && !IsOfOneDepth(key);
        return needsItsOwn || own.For(key.Reaction, Causes.Other).Count == 0;
    }

    /// <summary>What a client has to say depends on how deep the talk has come.</summary>
    private static bool IsOfOneDepth((Reaction Reaction, string Cause) key) => key.Reaction switch
    {
        Reaction.Deepen => true,
        Reaction.Continue or Reaction.Correct => key.Cause != Causes.Other,
        Reaction.Answer => key.Cause is Causes.OpenQuestion or Causes.Encourager,
        _ => false,
    };

    /// <summary>Where all of the persona's own lines need a slot, the pack's plain ones stand beside them.</summary>
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
