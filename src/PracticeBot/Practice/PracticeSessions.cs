using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>Loads a talk from the store and puts each turn into it; saving is the turn's transaction.</summary>
internal sealed class PracticeSessions(PersonaVersions versions, TimeProvider time)
{
    /// <summary>The conversation's newest session, ended or not; null where there never was one.</summary>
    public static Task<PracticeSession?> NewestAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var key = ConversationKey.Of(turn.Activity);
        return turn.Db.Sessions.Where(session => session.ConversationKey == key)
            .OrderByDescending(session => session.StartedAt).ThenByDescending(session => session.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<PracticeSession> AddAsync(
        TurnContext turn, string learner, Encounter encounter, PersonaVersion version, PracticeKind kind, PracticeMode mode, bool isShared, CancellationToken cancellationToken)
    {
        if (!await turn.Db.PersonaVersions.AnyAsync(known => known.Id == version.Id, cancellationToken))
        {
            // Several talks may begin with it at once. Its id is its content's hash, so that it may stand there before the turn does.
            await turn.Db.Database.ExecuteSqlAsync($"""
                INSERT INTO "persona_versions" ("Id", "PersonaId", "Content", "At")
                VALUES ({version.Id}, {version.PersonaId}, {version.Content}, {version.At})
                ON CONFLICT DO NOTHING
                """, cancellationToken);
        }

        var session = new PracticeSession
        {
            Id = Ids.New(),
            ConversationKey = ConversationKey.Of(turn.Activity),
            LearnerId = learner,
            PersonaId = encounter.Persona.Id.ToString(),
            PersonaVersion = version.Id,
            Mode = mode.Code(),
            Kind = kind,
            IsShared = isShared,
            FirstLayer = encounter.State.Layer,
            Seed = encounter.Seed,
            OpeningLine = encounter.Lines[0],
            OpeningTemplates = PracticeJson.Write(encounter.Spoken),
            State = PracticeJson.Write(encounter.State),
            StartedAt = time.UnixNow(),
        };
        turn.Db.Sessions.Add(session);
        return session;
    }

    /// <summary>The talk as it stands at its head: the client's state, and what was said on the branch that leads there.</summary>
    public Task<(Encounter Encounter, int Depth)> ResumeAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken) =>
        AtAsync(db, session, session.HeadTurnId, PracticeJson.Read<ClientState>(session.State), cancellationToken);

    /// <summary>The talk as it stood when a turn of it began.</summary>
    public async Task<Encounter> BeforeAsync(PracticeDb db, PracticeSession session, PracticeTurn turn, CancellationToken cancellationToken)
    {
        var parent = turn.ParentId is null ? null : await db.Turns.FirstAsync(one => one.Id == turn.ParentId, cancellationToken);
        var state = parent?.After() ?? ClientState.FreshAt(await PersonaOfAsync(db, session, cancellationToken), session.FirstLayer);
        return (await AtAsync(db, session, parent?.Id, state, cancellationToken)).Encounter;
    }

    private async Task<(Encounter Encounter, int Depth)> AtAsync(
        PracticeDb db, PracticeSession session, string? head, ClientState state, CancellationToken cancellationToken)
    {
        var persona = await PersonaOfAsync(db, session, cancellationToken);
        var turns = await db.Turns.Where(turn => turn.SessionId == session.Id)
            .Select(turn => new SaidTurn(turn.Id, turn.ParentId, turn.Reply, turn.ClientLine, turn.Templates))
            .ToListAsync(cancellationToken);
        var branch = Branch(turns, head, turn => turn.Id, turn => turn.ParentId);
        var said = branch.Where(turn => turn.ClientLine is not null).ToList();
        var encounter = new Encounter
        {
            Persona = persona,
            State = state,
            Lines = [session.OpeningLine, .. said.Select(turn => turn.ClientLine!)],
            Replies = [.. said.Select(turn => turn.Reply)],
            Spoken =
            [
                .. PracticeJson.Read<string[]>(session.OpeningTemplates),
                .. said.SelectMany(turn => PracticeJson.Read<string[]>(turn.Templates)),
            ],
            Seed = session.Seed,
        };
        return (encounter, branch.Count);
    }

    public ValueTask<Persona> PersonaOfAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken) =>
        versions.GetAsync(db, session.PersonaVersion, cancellationToken);

    /// <summary>The turns from the first to the head, those of this very transaction included.</summary>
    public static Task<IReadOnlyList<PracticeTurn>> BranchAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken) =>
        BranchAsync(db, session, session.HeadTurnId, cancellationToken);

    /// <summary>The turns from the first to the one named.</summary>
    public static async Task<IReadOnlyList<PracticeTurn>> BranchAsync(
        PracticeDb db, PracticeSession session, string? head, CancellationToken cancellationToken)
    {
        await db.Turns.Where(turn => turn.SessionId == session.Id).LoadAsync(cancellationToken);
        var turns = db.Turns.Local.Where(turn => turn.SessionId == session.Id);
        return Branch(turns, head, turn => turn.Id, turn => turn.ParentId);
    }

    /// <summary>A turn and so many before it on its branch, oldest first.</summary>
    public static async Task<IReadOnlyList<PracticeTurn>> RecentAsync(PracticeDb db, PracticeTurn turn, int before, CancellationToken cancellationToken)
    {
        var recent = new List<PracticeTurn> { turn };
        while (recent.Count <= before && recent[0].ParentId is { } parent)
        {
            recent.Insert(0, (await db.Turns.FindAsync([parent], cancellationToken))!);
        }

        return recent;
    }

    /// <summary>
    /// Back to the moment before a turn: the client's state is what it was then, and the turns after it stay as another branch. A talk that
    /// had ended goes on.
    /// </summary>
    /// <param name="fresh">How the talk began.</param>
    /// <param name="turnId">The turn to take again; null for the last one.</param>
    /// <returns>False where there is no such turn.</returns>
    public static async Task<bool> GoBackAsync(PracticeDb db, PracticeSession session, Encounter fresh, string? turnId, CancellationToken cancellationToken)
    {
        // Who has gone back and not yet tried is at the moment already.
        if (turnId is null && await db.Turns.AnyAsync(one => one.SessionId == session.Id && one.ParentId == session.HeadTurnId, cancellationToken))
        {
            return true;
        }

        var again = turnId ?? session.HeadTurnId;
        var turn = await db.Turns.FirstOrDefaultAsync(one => one.SessionId == session.Id && one.Id == again, cancellationToken);
        if (turn is null)
        {
            return false;
        }

        var parent = turn.ParentId is null ? null : await db.Turns.FirstAsync(one => one.Id == turn.ParentId, cancellationToken);
        session.HeadTurnId = parent?.Id;
        session.HintsShown = 0;
        session.State = parent?.StateAfter ?? PracticeJson.Write(fresh.State);
        session.EndedAt = null;
        session.EndReason = null;
        return true;
    }

    /// <summary>The turn that is named, else the newest of the talk on any branch; null where there is none.</summary>
    public static Task<PracticeTurn?> NewestTurnAsync(PracticeDb db, PracticeSession session, string? turnId, CancellationToken cancellationToken) =>
        db.Turns.Where(turn => turn.SessionId == session.Id && (turnId == null || turn.Id == turnId))
            .OrderByDescending(turn => turn.At).ThenByDescending(turn => turn.Depth).ThenByDescending(turn => turn.Attempt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Back to where the talk began.</summary>
    /// <param name="fresh">The client's state as it was there.</param>
    public static void GoBackToStart(PracticeSession session, ClientState fresh)
    {
        session.HeadTurnId = null;
        session.HintsShown = 0;
        session.State = PracticeJson.Write(fresh);
    }

    /// <summary>Index of the layer at which a talk's costliest reply fell; 0 where it has none.</summary>
    public static async Task<int> WorstLayerAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken)
    {
        var branch = await BranchAsync(db, session, cancellationToken);
        var worst = branch.Where(turn => turn.Level is not null).MinBy(turn => turn.Level);
        return worst is null ? 0 : LayerBefore(session, branch, worst);
    }

    /// <summary>Index of the layer that was open when a reply was given.</summary>
    public static int LayerBefore(PracticeSession session, IReadOnlyList<PracticeTurn> branch, PracticeTurn turn) =>
        branch.FirstOrDefault(one => one.Id == turn.ParentId)?.After().Layer ?? session.FirstLayer;

    /// <summary>The attempts at the moment that follows a turn, the first one first.</summary>
    public static async Task<IReadOnlyList<PracticeTurn>> AttemptsAsync(
        PracticeDb db, PracticeSession session, string? parentId, CancellationToken cancellationToken) =>
        await db.Turns.Where(turn => turn.SessionId == session.Id && turn.ParentId == parentId).OrderBy(turn => turn.Attempt).ToListAsync(cancellationToken);

    /// <summary>Keeps one turn and moves the talk's head to it.</summary>
    /// <param name="attempt">Its number among those at the same moment, from 1.</param>
    /// <param name="learner">Whose reply it is, in a shared talk; else null.</param>
    public PracticeTurn Keep(
        PracticeDb db, PracticeSession session, int depth, int attempt, string activityId, PlayedTurn played, string? learner = null)
    {
        var turn = new PracticeTurn
        {
            Id = Ids.New(),
            SessionId = session.Id,
            LearnerId = learner,
            ParentId = session.HeadTurnId,
            Depth = depth,
            Attempt = attempt,
            ActivityId = activityId,
            Reply = played.Reply,
            Verdict = played.Decision.Verdict,
            Level = played.Decision.Level,
            Reaction = played.Decision.Directive?.Reaction,
            Assessment = played.Result is AssessmentResult.Judged judged ? PracticeJson.Write(judged.Assessment) : null,
            Decision = PracticeJson.Write(new StoredDecision(played.Decision.Directive?.Cause, played.Events)),
            StateAfter = PracticeJson.Write(played.After),
            ClientLine = played.Line?.Text,
            Templates = PracticeJson.Write(played.Line?.Templates ?? []),
            HintsUsed = session.HintsShown,
            AssessorWork = played.AssessorWork is { } judging ? PracticeJson.Write(judging) : null,
            VoiceWork = played.VoiceWork is { } speaking ? PracticeJson.Write(speaking) : null,
            At = time.UnixNow(),
        };
        db.Turns.Add(turn);
        session.HeadTurnId = turn.Id;
        session.HintsShown = 0;
        session.State = turn.StateAfter;
        return turn;
    }

    public void End(PracticeSession session, string reason)
    {
        session.EndedAt = time.UnixNow();
        session.EndReason = reason;
        session.PausedAt = null;
        session.HeldReply = null;
        session.HeldReplyActivityId = null;
    }

    public void Pause(PracticeSession session) => session.PausedAt = time.UnixNow();

    public static int NewSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <summary>Walks from the head back to the first turn.</summary>
    internal static List<T> Branch<T>(IEnumerable<T> turns, string? head, Func<T, string> id, Func<T, string?> parent)
    {
        var byId = turns.ToDictionary(id, StringComparer.Ordinal);
        var branch = new List<T>();
        for (var at = head; at is not null; at = parent(branch[^1]))
        {
            branch.Add(byId[at]);
        }

        branch.Reverse();
        return branch;
    }

    /// <summary>What was said in a turn: all that the next one needs of it.</summary>
    private sealed record SaidTurn(string Id, string? ParentId, string Reply, string? ClientLine, string Templates);
}

/// <summary>What is kept of a decision beside the columns of its turn.</summary>
internal sealed record StoredDecision(string? Cause, IReadOnlyList<ClientEvent> Events);
