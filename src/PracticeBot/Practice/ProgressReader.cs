using Microsoft.EntityFrameworkCore;
using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>Reads how one learner's practice develops, from what is stored of it.</summary>
internal sealed class ProgressReader(PersonaVersions versions, PersonaLibrary library, TimeProvider time)
{
    /// <summary>Shared talks are left out: how far a client has come there is the work of several.</summary>
    public async Task<ProgressView> OfAsync(PracticeDb db, string learnerId, CancellationToken cancellationToken)
    {
        var sessions = await db.Sessions.AsNoTracking().Where(session => session.LearnerId == learnerId && !session.IsShared)
            .OrderBy(session => session.StartedAt).ThenBy(session => session.Id)
            .ToListAsync(cancellationToken);
        var turns = await db.Turns.AsNoTracking()
            .Join(db.Sessions.Where(session => session.LearnerId == learnerId && !session.IsShared), turn => turn.SessionId, session => session.Id, (turn, _) => turn)
            .ToListAsync(cancellationToken);
        var bySession = turns.ToLookup(turn => turn.SessionId, StringComparer.Ordinal);

        var meetings = new List<ProgressMeeting>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in sessions.Where(session => bySession[session.Id].Any()))
        {
            if (await PersonaOfAsync(db, session, cancellationToken) is not { } persona)
            {
                continue;
            }

            var told = Told(session, persona, [.. bySession[session.Id]]);
            if (told.Count == 0)
            {
                continue;
            }

            var said = told.OrderBy(turn => turn.At).ThenBy(turn => turn.Depth).ThenBy(turn => turn.Attempt).ToList();
            meetings.Add(new ProgressMeeting(session, persona, ProgressReply.Of(persona, session, said), met.Add(session.PersonaId)));
        }

        return new ProgressSums(meetings).View(library.All, time.UnixNow());
    }

    /// <summary>What a learner has not been told yet moves nothing that they can see.</summary>
    private static List<PracticeTurn> Told(PracticeSession session, Persona persona, List<PracticeTurn> turns)
    {
        if (session.EndedAt is not null)
        {
            return turns;
        }

        if (session.Mode != PracticeMode.Guided.Code())
        {
            return [];
        }

        var branch = PracticeSessions.Branch(turns, session.HeadTurnId, turn => turn.Id, turn => turn.ParentId);
        if (branch.Count == 0 || GuidedFeedback.Plan(session, branch, persona, ratesFirst: session.Question is not null) is not { IsWithheld: true } plan)
        {
            return turns;
        }

        return [.. turns.Where(turn => turn.Id != plan.Turn.Id && plan.Since.All(withheld => withheld.Id != turn.Id))];
    }

    /// <summary>Null where this program can't read the client of that time any more: the rest is told all the same.</summary>
    private async ValueTask<Persona?> PersonaOfAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await versions.GetAsync(db, session.PersonaVersion, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
