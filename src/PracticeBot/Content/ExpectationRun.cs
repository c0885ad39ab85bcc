using System.Globalization;
using PracticeBot.Content.Format;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content;

/// <summary>Judges each reply that a persona has an expectation of, from a fresh state at its moment.</summary>
public sealed class ExpectationRun(Func<ReplyInContext, Task<AssessmentResult>> assess)
{
    private const int LongestQuote = 60;

    /// <summary>The expectations that fail, as faults.</summary>
    public async Task<IReadOnlyList<PersonaFinding>> FailuresAsync(PersonaReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Persona is not { } persona)
        {
            return [];
        }

        var failures = new FindingList(reading.File);
        foreach (var (expectation, place) in reading.Expectations)
        {
            var (decision, result) = await JudgeAsync(persona, expectation);
            var wrong = Wrong(expectation, decision).ToList();
            if (wrong.Count > 0)
            {
                failures.Fault(
                    place,
                    $"At \"{expectation.Moment}\" the reply \"{Short(expectation.Reply)}\" gets {string.Join(", ", wrong)}.",
                    $"{Found(result)} If that is right, change the expectation; if not, look at the layer's feels, meaning, meaningWords and misreads.");
            }
        }

        return failures.InOrder();
    }

    private async Task<(Decision Decision, AssessmentResult Result)> JudgeAsync(Persona persona, Expectation expectation)
    {
        var moment = persona.Layers.Select((layer, index) => (layer, index)).First(pair => pair.layer.Id == expectation.Moment).index;
        var state = ClientState.FreshAt(persona, moment);
        var result = await assess(new ReplyInContext
        {
            Persona = persona,
            Moment = persona.Layers[moment],
            ClientLine = persona.Layers[moment].Says[0],
            Reply = SpokenReply.Of(expectation.Reply),
            Distress = state.Distress,
        });
        return (TurnDecider.Decide(persona, state, result), result);
    }

    private static IEnumerable<string> Wrong(Expectation expectation, Decision decision)
    {
        if (expectation.Verdict is { } verdict && verdict != decision.Verdict)
        {
            yield return $"the verdict {FileWords.Word(decision.Verdict)}, not {FileWords.Word(verdict)}";
        }

        if (expectation.Level is { } level && level != decision.Level)
        {
            var got = decision.Level?.ToString(CultureInfo.InvariantCulture) ?? "none";
            yield return string.Create(CultureInfo.InvariantCulture, $"the level {got}, not {level}");
        }

        if (expectation.Reaction is { } reaction && reaction != decision.Directive?.Reaction)
        {
            var got = decision.Directive is { } directive ? FileWords.Word(directive.Reaction) : "none";
            yield return $"the reaction {got}, not {FileWords.Word(reaction)}";
        }
    }

    private static string Found(AssessmentResult result)
    {
        if (result is not AssessmentResult.Judged { Assessment: var found })
        {
            return "The reply could not be read.";
        }

        var accuracy = found.Accuracy;
        var breaches = found.Breaches.Count == 0 ? "no breach" : string.Join(", ", found.Breaches.Select(breach => breach.Code()));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Found: feeling {accuracy.Emotion.Code()}, meaning {accuracy.Meaning.Code()}, attunement {found.Attunement.Mean:0.0} of 4, {breaches}.");
    }

    private static string Short(string reply) => reply.Length <= LongestQuote ? reply : $"{reply[..LongestQuote].TrimEnd()}…";
}
