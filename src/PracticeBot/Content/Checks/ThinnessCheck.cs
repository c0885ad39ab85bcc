using System.Globalization;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content.Checks;

/// <summary>What a persona lacks that makes a client a person; the pack speaks for it until then.</summary>
public static class ThinnessCheck
{
    /// <summary>Facts that a life takes.</summary>
    private const int FewestFacts = 8;

    /// <summary>Phrases by which a reply can meet the meaning of a layer.</summary>
    private const int FewestMeaningWords = 4;

    /// <summary>Lines by which a client goes on at one depth.</summary>
    private const int FewestContinueLines = 3;

    public static void Run(PersonaFile file, Persona persona, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(findings);
        for (var index = 0; index < file.Layers!.Count; index++)
        {
            Layer(file.Layers[index], persona.Layers[index], index == file.Layers.Count - 1, findings);
        }

        var facts = file.Facts?.Count ?? 0;
        if (facts < FewestFacts)
        {
            findings.Warn(
                file.Facts is { Count: > 0 } some ? some[0].Place : file.Place,
                Say($"{persona.Name} has {facts} facts: most questions get an answer from the {FileWords.Word(persona.Tendency)} pack."),
                "Write 8 to 12: since when, who is around, work, home, sleep, what was tried, what they want from this, are you safe, are you real, what to call them.");
        }

        if (!(file.Facts ?? []).SelectMany(fact => fact.Ask ?? []).Any(ask => SafetyFact.AsksForIt(ask.Value)))
        {
            findings.Warn(
                file.Facts is { Count: > 0 } listed ? listed[0].Place : file.Place,
                $"Asked about suicide, {persona.Name} says no: that is the pack's answer.",
                "Add a fact that asks for it (are you safe, suicidal, kill yourself), with an honest answer for this client.");
        }

        Reactions(file, persona, findings);
        if (file.Expectations is not { Count: > 0 })
        {
            findings.Warn(
                file.Place,
                "Nothing says how replies to this client should be judged.",
                "Add expectations, for example: { moment: m1, reply: \"Have you tried a list?\", verdict: missed }");
        }
    }

    private static void Layer(LayerPart file, Layer layer, bool isLast, FindingList findings)
    {
        if (file.Feels!.Intensity is null)
        {
            findings.Warn(file.Feels.Place, $"\"{layer.Id}\" does not say how strong the feeling is; it counts as 3.", "Add intensity: 1 (faint) to 5 (overwhelming).");
        }

        if (layer.MeaningWords.Count < FewestMeaningWords)
        {
            findings.Warn(
                file.Meaning!.Place,
                Say($"\"{layer.Id}\" has {layer.MeaningWords.Count} meaningWords: replies that meet the meaning in other words may be missed."),
                "Add 8 to 14 short phrases by which a learner may meet it.");
        }

        if (layer.Misreads.Count == 0)
        {
            findings.Warn(file.Place, $"\"{layer.Id}\" names no misreads.", "Add feelings that learners wrongly assume here, for example: misreads: [anger]");
        }

        var missing = new List<string>();
        var lines = file.Lines?.Lines ?? [];
        if (lines.Count(line => line.Reaction == Reaction.Continue) < FewestContinueLines)
        {
            missing.Add("continue");
        }

        missing.AddRange(new[] { Reaction.Deepen, Reaction.Correct, Reaction.Answer }
            .Where(reaction => !(isLast && reaction == Reaction.Deepen) && lines.All(line => line.Reaction != reaction))
            .Select(reaction => FileWords.Word(reaction)));
        if (missing.Count > 0)
        {
            findings.Warn(
                file.Lines?.Place ?? file.Place,
                $"\"{layer.Id}\" has few lines of its own for: {string.Join(", ", missing)}.",
                $"Add them under its lines; with each, {(missing.Contains("continue") ? "something new of the client's life." : "the client's own way to say it.")}");
        }
    }

    private static void Reactions(PersonaFile file, Persona persona, FindingList findings)
    {
        var own = (file.Lines?.Lines ?? []).Select(line => line.Reaction).ToHashSet();
        var lent = TendencyPacks.Of(persona.Tendency).Lines.All
            .Select(pair => pair.Key.Reaction)
            .Where(reaction => reaction != Reaction.Deepen && !own.Contains(reaction))
            .Distinct()
            .Order()
            .Select(reaction => FileWords.Word(reaction))
            .ToList();
        if (lent.Count > 0)
        {
            findings.Warn(
                file.Lines?.Place ?? file.Place,
                $"No lines of {persona.Name}'s own for: {string.Join(", ", lent)}; the {FileWords.Word(persona.Tendency)} pack speaks there.",
                "Add them under lines, in this client's own voice.");
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
