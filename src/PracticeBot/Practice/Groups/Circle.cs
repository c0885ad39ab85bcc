using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels;
using PracticeBot.Core.Cohorts;
using PracticeBot.Storage;

namespace PracticeBot.Practice.Groups;

/// <summary>Who takes part in a shared talk, and whose turn it is, as stored; changes are saved with the turn.</summary>
internal sealed class Circle(PracticeDb db, PracticeSession session, List<Participant> seats, TimeProvider time)
{
    private Fishbowl _fishbowl = new([.. seats.Select(seat => seat.LearnerId)], session.HolderId, session.Absences);

    public IReadOnlyList<Participant> Seats => seats;

    /// <summary>Null where the floor is open.</summary>
    public Participant? Holder => seats.Find(seat => seat.LearnerId == _fishbowl.Holder);

    public static async Task<Circle> OfAsync(PracticeDb db, PracticeSession session, TimeProvider time, CancellationToken cancellationToken)
    {
        await db.Participants.Where(row => row.SessionId == session.Id).LoadAsync(cancellationToken);
        return new Circle(db, session, [.. db.Participants.Local.Where(row => row.SessionId == session.Id).OrderBy(row => row.Seat)], time);
    }

    public bool Hears(string learner) => _fishbowl.Hears(learner);

    public Participant? Find(string learner) => seats.Find(seat => seat.LearnerId == learner);

    public Participant? FindAccount(string? accountId) => seats.Find(seat => seat.AccountId == accountId);

    /// <summary>They take part from now on, under the name that the others see.</summary>
    /// <returns>False where they did already.</returns>
    public bool Join(string learner, ChannelAccount account)
    {
        if (Find(learner) is not null)
        {
            return false;
        }

        var seat = new Participant
        {
            SessionId = session.Id,
            LearnerId = learner,
            Seat = seats.Count == 0 ? 1 : seats[^1].Seat + 1,
            AccountId = account.Id!,
            Name = string.IsNullOrWhiteSpace(account.Name) ? "…" : account.Name.Trim(),
        };
        seats.Add(seat);
        db.Participants.Add(seat);
        Now(_fishbowl.Join(learner));
        return true;
    }

    public void Give(string learner) => Now(_fishbowl.Give(learner));

    public void Replied(string learner) => Now(_fishbowl.Replied(learner));

    public void Pass(string learner) => Now(_fishbowl.Pass(learner));

    public void Absent() => Now(_fishbowl.Absent());

    public void Leave(string learner)
    {
        if (Find(learner) is { } seat)
        {
            seats.Remove(seat);
            db.Participants.Remove(seat);
            Now(_fishbowl.Leave(learner));
        }
    }

    /// <summary>Nobody is waited for: the talk rests or is over.</summary>
    public void Rest() => session.HolderUntil = null;

    /// <summary>The one whose turn it is has the whole time again.</summary>
    public void WaitAnew() => session.HolderUntil = _fishbowl.Holder is null
        ? null
        : time.UnixNow() + (long)TimeSpan.FromMinutes(Fishbowl.PatienceMinutes).TotalMilliseconds;

    private void Now(Fishbowl fishbowl)
    {
        var isNext = fishbowl.Holder != _fishbowl.Holder || session.HolderId != fishbowl.Holder;
        _fishbowl = fishbowl;
        (session.HolderId, session.Absences) = (fishbowl.Holder, fishbowl.Absences);
        if (isNext)
        {
            WaitAnew();
        }
    }
}
