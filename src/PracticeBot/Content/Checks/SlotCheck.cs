using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content.Checks;

/// <summary>Every slot is one that gets filled, and where slots stay empty there is a plain line left.</summary>
public static class SlotCheck
{
    public static void Run(PersonaFile persona, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var line in SpokenLines.Of(persona))
        {
            Braces(line, findings);
            StageDirections(line, findings);
        }

        var layers = persona.Layers ?? [];
        foreach (var opening in (layers.Count > 0 ? layers[0].Says : null) ?? [])
        {
            if (!Slots.IsPlain(opening.Value))
            {
                findings.Fault(opening.Place, "An opening line has a slot, and nothing was said before it.", "Write it without a slot.");
            }
        }

        foreach (var says in layers.Skip(1).Select(layer => layer.Says).Concat((persona.Facts ?? []).Select(fact => fact.Says)))
        {
            NeedsPlain(says ?? [], "says", findings);
        }

        if (persona.Tendency is { } tendency)
        {
            Reactions(persona.Lines, TendencyPacks.Of(tendency.Value), findings);
        }
    }

    private static void Braces(Located<string> line, FindingList findings)
    {
        foreach (var slot in Slots.In(line.Value).Where(slot => slot is null || !Slots.All.Contains(slot, StringComparer.Ordinal)))
        {
            findings.Fault(
                line.Place,
                slot is null ? "A brace stands in a line that is no slot." : $"Nothing fills the slot {{{slot}}}.",
                slot is null ? "A slot has one brace on either side: {phrase} or {earlier}." : NearestWord.Mend(slot, Slots.All));
        }
    }

    private static void StageDirections(Located<string> line, FindingList findings)
    {
        if (line.Value.Count(letter => letter == '*') % 2 == 1)
        {
            findings.Warn(line.Place, "A stage direction is not closed.", "Write one asterisk before it and one after it.");
        }
    }

    private static void Reactions(LinesPart? lines, TendencyPack pack, FindingList findings)
    {
        foreach (var group in (lines?.Lines ?? []).GroupBy(line => (line.Reaction, line.Cause)))
        {
            var own = lines!.Lines.Where(line => line.Reaction == group.Key.Reaction && line.Cause == Causes.Other);
            var behind = pack.Lines.For(group.Key.Reaction, group.Key.Cause).Concat(pack.Lines.For(group.Key.Reaction, Causes.Other));
            if (!own.Select(line => line.Text.Value).Concat(behind).Any(Slots.IsPlain))
            {
                NeedsPlain([.. group.Select(line => line.Text)], FileWords.Word(group.Key.Reaction), findings);
            }
        }
    }

    private static void NeedsPlain(IReadOnlyList<Located<string>> lines, string name, FindingList findings)
    {
        if (lines.Count > 0 && !lines.Any(line => Slots.IsPlain(line.Value)))
        {
            findings.Fault(
                lines[0].Place,
                $"Every line under \"{name}\" needs a slot filled, and a slot may stay empty.",
                "Add a line without a slot.");
        }
    }
}
