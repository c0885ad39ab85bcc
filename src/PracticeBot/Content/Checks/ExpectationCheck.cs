using PracticeBot.Content.Format;

namespace PracticeBot.Content.Checks;

/// <summary>Every expectation names a moment that there is and expects something of it.</summary>
public static class ExpectationCheck
{
    public static void Run(PersonaFile persona, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(findings);
        var moments = (persona.Layers ?? []).Select(PersonaBuilder.LayerId).ToList();
        foreach (var expectation in persona.Expectations ?? [])
        {
            if (expectation.Moment is { } moment && !moments.Contains(moment.Value))
            {
                findings.Fault(moment.Place, $"There is no moment \"{moment.Value}\".", NearestWord.Mend(moment.Value, moments));
            }

            if (expectation is { Verdict: null, Level: null, Reaction: null })
            {
                findings.Fault(expectation.Place, "This expectation expects nothing.", "Add verdict, level or reaction, for example: verdict: missed");
            }
        }
    }
}
