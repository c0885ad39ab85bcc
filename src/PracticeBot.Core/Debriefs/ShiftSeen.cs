using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Debriefs;

/// <summary>Noticing a quiet withdrawal, told from what the learner did: naming or checking the shift soon after it.</summary>
public static class ShiftSeen
{
    /// <param name="events">Of the turn in which the client may have withdrawn.</param>
    /// <param name="next">The findings on the replies after it, the next one first; null where one could not be judged.</param>
    /// <returns>Null where nobody withdrew, or where no reply followed in which it could have been seen.</returns>
    public static bool? After(IEnumerable<ClientEvent> events, IReadOnlyList<Assessment?> next, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(rubric);
        var withdrew = events.OfType<ClientEvent.RuptureOpened>().Any(opened => opened.Rupture.InForce == RuptureKind.Withdrawal);
        return withdrew && next.Count > 0 ? next.Take(rubric.RepliesToNotice).Any(reply => reply is { Repair.Names: true }) : null;
    }
}
