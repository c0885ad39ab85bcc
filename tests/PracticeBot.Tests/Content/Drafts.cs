using System.Globalization;
using PracticeBot.Content;
using PracticeBot.Content.Yaml;

namespace PracticeBot.Tests.Content;

/// <summary>Persona files as authors write them.</summary>
internal static class Drafts
{
    /// <summary>Stands in a draft where a finding is expected; it is taken out before reading.</summary>
    public const string Mark = "¦";

    public const string Smallest = """
        id: draft
        name: Sam
        about: { line: "Someone who has stopped answering the phone." }
        tendency: guarded
        voice: "Short sentences."
        layers:
          - says: ["I don't pick up any more."]
            feels: { primary: exhaustion, intensity: 3 }
            meaning: "There is nothing left in me for anyone."
          - says: ["It rang when it happened, and I was asleep."]
            feels: { primary: guilt, intensity: 5 }
            meaning: "I slept through the one call that mattered."

        """;

    public const string Fuller = """
        id: draft
        name: Sam
        about: { age: 50, pronouns: they/them, line: "Someone who has stopped answering the phone." }
        difficulty: 3
        trains: [patience]
        contentNotes: ["a death in the family"]
        tendency: guarded
        trust: 45
        distress: 55
        voice: |
          Short sentences.
          Long gaps.
        layers:
          - id: m1
            says: ["I don't pick up any more."]
            feels: { primary: exhaustion, intensity: 3, secondary: [numbness] }
            meaning: "There is nothing left in me for anyone."
            meaningWords: [nothing left, worn out]
            need: to be left in peace without being left
            cues: ["*looks at the phone*"]
            misreads: [anger]
            trust: 0
            lines:
              continue: ["It buzzes in the drawer."]
              correct: { wrong-feeling: ["No. I'm just done."] }
          - id: m2
            says: ["It rang when it happened, and I was asleep."]
            feels: { primary: guilt, intensity: 5, secondary: [grief] }
            meaning: "I slept through the one call that mattered."
            meaningWords: [slept through, missed the call]
            misreads: [relief]
            trust: 10
        facts:
          - ask: [how long, since when]
            says: ["Since March."]
            trust: 0
        lines:
          hesitate:
            advice: ["*{phrase}.* Right.", "I'll think about it."]
            other: ["Mm."]
          settle: ["*nods*"]
        rupture: { feels: [hurt] }
        rubric: { highDistress: 70 }
        expectations:
          - { moment: m1, reply: "Have you tried switching it off?", verdict: missed }

        """;

    public static PersonaReading Read(string text) => PersonaReader.Read(text, "draft.yaml");

    /// <summary>A draft with one place written otherwise.</summary>
    public static string With(this string draft, string written, string instead)
    {
        var at = draft.IndexOf(written, StringComparison.Ordinal);
        return at < 0
            ? throw new ArgumentException($"The draft has no \"{written}\".", nameof(written))
            : string.Concat(draft.AsSpan(0, at), instead, draft.AsSpan(at + written.Length));
    }

    /// <summary>The draft without its mark, and where the mark stood.</summary>
    public static (string Text, Place Place) Marked(string draft)
    {
        var at = draft.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new ArgumentException("The draft has no mark.", nameof(draft));
        }

        var before = draft[..at].Split('\n');
        return (draft.Remove(at, Mark.Length), new Place(before.Length, before[^1].Length + 1));
    }

    public static string Said(this IEnumerable<PersonaFinding> findings) =>
        string.Join('\n', findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding}")));
}
