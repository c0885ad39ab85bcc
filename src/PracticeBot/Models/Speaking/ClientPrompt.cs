using PracticeBot.Content.Prompts;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;

namespace PracticeBot.Models.Speaking;

/// <summary>
/// What the client's prompt is filled with: who speaks and what this turn may reveal, and nothing of the layers beneath.
/// </summary>
internal static class ClientPrompt
{
    /// <param name="said">What of this very line has been shown already.</param>
    public static Dictionary<string, object?> Values(Persona persona, Directive directive, VoiceContext context, SpokenLine script, string said)
    {
        var moment = persona.Layers[Math.Clamp(directive.Layer, 0, persona.Layers.Count - 1)];
        return new(StringComparer.Ordinal)
        {
            ["name"] = persona.Name,
            ["about"] = persona.About.Line,
            ["pronouns"] = persona.About.Pronouns ?? "they/them",
            ["age"] = persona.About.Age,
            ["voice"] = persona.Voice,
            ["manner"] = PromptContracts.Flags<Tendency>(persona.Tendency),
            // What it takes no trust to tell; the same all through the talk, so that a provider need not read it anew.
            ["facts"] = persona.Facts.Where(fact => fact.TrustAboveStart <= 0).Select(fact => fact.Says[0]).ToList(),
            ["talk"] = Transcript.Of(persona.Name, context.EarlierLines, context.EarlierReplies),
            ["scene"] = moment.Says[0],
            ["feels"] = moment.Feels.Primary.Code(),
            ["cues"] = moment.Cues,
            ["doing"] = PromptContracts.Flags<Reaction>(directive.Reaction),
            ["because"] = directive.Cause,
            ["trust"] = Grade(directive.Trust, persona.Rubric.LowTrust, persona.Rubric.HighTrust),
            ["distress"] = Grade(directive.Distress, persona.Rubric.HighDistress / 2, persona.Rubric.HighDistress),
            ["guide"] = script.Text,
            ["reply"] = context.Reply,
            ["said"] = said,
        };
    }

    private static string Grade(double value, double low, double high) => value < low ? "low" : value >= high ? "high" : "middling";
}
