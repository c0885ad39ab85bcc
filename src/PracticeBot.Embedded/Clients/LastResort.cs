using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>Plain lines for where neither the persona nor its tendency's pack has one, so that a client is never without words.</summary>
internal static class LastResort
{
    private static readonly Dictionary<(Reaction Reaction, string Cause), PreparedLine[]> Book = ClientResources.Rows("last-resort.tsv")
        .GroupBy(cells => (Enum.Parse<Reaction>(cells[0], ignoreCase: true), cells[1]), cells => new PreparedLine(cells[2], layer: null))
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>What stands before a thing that the client has told in all the ways there are.</summary>
    public static readonly IReadOnlyList<string> ToldLeads = ["It's like I said.", "I think I said.", "Like I told you."];

    /// <summary>Lines for the cause, or for the reaction in general; never none.</summary>
    public static IReadOnlyList<PreparedLine> Lines(Reaction reaction, string cause, string severity)
    {
        string[] keys = [cause, reaction == Reaction.Correct && cause != Causes.Other ? Causes.WrongFeeling : severity, Causes.Other, Causes.Unknown];
        var key = Array.Find(keys, key => Book.ContainsKey((reaction, key)));
        return key is null ? Book[(Reaction.Hesitate, Causes.Other)] : Book[(reaction, key)];
    }

    /// <summary>What every client can answer, facts or not; null for the rest.</summary>
    public static string? Answer(Focus focus, Persona persona) =>
        focus.Meets(Focus.Risk) ? Lines(Reaction.Answer, Causes.Risk, string.Empty)[0].Template
        : focus.Meets(Focus.Real) ? "I'm a simulated client. Nobody real is sitting here, so it's all right to practise."
        : focus.Meets(Focus.Name) ? persona.Name + "."
        : null;
}
