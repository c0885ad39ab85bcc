using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content;

/// <summary>A persona's own answer to being asked about suicide. Nothing lent may ever stand in its place.</summary>
public static class SafetyFact
{
    private static readonly string[] Asks = ["suicid", "kill yourself", "killing yourself", "end your life", "ending your life", "want to die"];

    public static bool AsksForIt(string ask) => Asks.Any(word => ask.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The lines with the persona's own answer for every way of asking, where it has one.</summary>
    public static LineBook In(LineBook own, IReadOnlyList<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(own);
        var answers = facts.Where(fact => fact.Ask.Any(AsksForIt)).SelectMany(fact => fact.Says).ToList();
        return answers.Count == 0
            ? own
            : own.Or(new LineBook([KeyValuePair.Create((Reaction.Answer, Causes.Risk), (IReadOnlyList<string>)answers)]));
    }
}
