using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Ruptures;

/// <summary>What one turn has to do with a quiet withdrawal.</summary>
/// <param name="OpensWithdrawal">The client withdrew at this reply.</param>
/// <param name="NamesShift">The reply names or checks that something has shifted.</param>
public readonly record struct Shift(bool OpensWithdrawal, bool NamesShift);

/// <summary>Where a learner stands with the client's last quiet withdrawal.</summary>
public enum Noticing
{
    /// <summary>There was none, or it is settled whether it was noticed.</summary>
    Settled,

    /// <summary>They may still see it by themselves: nothing is to tell them.</summary>
    StillOpen,

    /// <summary>This reply named it.</summary>
    Named,

    /// <summary>It went by: now is the time to ask.</summary>
    WentBy,
}

/// <summary>Noticing is told by behaviour: naming or checking the shift within a few replies (3RS; the rubric's noticing).</summary>
public static class NoticingRule
{
    /// <returns>Whether the shift at a turn was named in time; null where the client did not withdraw there, or nothing was said after it.</returns>
    public static bool? WasNoticed(IReadOnlyList<Shift> turns, int at, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(rubric);
        return turns[at].OpensWithdrawal && at + 1 < turns.Count
            ? turns.Skip(at + 1).Take(rubric.RepliesToNotice).Any(turn => turn.NamesShift)
            : null;
    }

    /// <param name="turns">Of one branch, oldest first.</param>
    /// <returns>How it stands after the last of them, and at which of them the client withdrew; -1 where it is settled.</returns>
    public static (Noticing Noticing, int Opened) After(IReadOnlyList<Shift> turns, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(rubric);
        var last = turns.Count - 1;
        for (var opened = last; opened >= 0 && last - opened <= rubric.RepliesToNotice; opened--)
        {
            if (!turns[opened].OpensWithdrawal)
            {
                continue;
            }

            var named = Enumerable.Range(opened + 1, last - opened).Where(at => turns[at].NamesShift).Select(at => (int?)at).FirstOrDefault();
            return named is { } at ? (at == last ? (Noticing.Named, opened) : (Noticing.Settled, -1))
                : last - opened == rubric.RepliesToNotice ? (Noticing.WentBy, opened)
                : (Noticing.StillOpen, opened);
        }

        return (Noticing.Settled, -1);
    }
}
