using PracticeBot.Channels.DirectLine;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Debriefs;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Practice;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Debriefs;

/// <summary>Makes the look back on a talk from what is stored of it.</summary>
internal sealed class DebriefReader(PracticeSessions sessions, JudgeSource judge)
{
    public async Task<Debrief> OfAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken)
    {
        var persona = await sessions.PersonaOfAsync(db, session, cancellationToken);
        var branch = await PracticeSessions.BranchAsync(db, session, cancellationToken);
        var all = db.Turns.Local.Where(turn => turn.SessionId == session.Id).ToList();
        return Of(session, persona, branch, all, judge.Judge);
    }

    /// <param name="branch">The turns that were practised last, oldest first.</param>
    /// <param name="all">Every turn of the talk, other attempts included.</param>
    public static Debrief Of(
        PracticeSession session, Persona persona, IReadOnlyList<PracticeTurn> branch, IReadOnlyList<PracticeTurn> all, ReplyJudge? judge)
    {
        var start = ClientState.FreshAt(persona, session.FirstLayer);
        ClientState[] states = [start, .. branch.Select(turn => turn.After())];
        var seen = Noticed(branch, persona.Rubric);
        var turns = branch.Select((turn, at) => Turn(persona, turn, states[at], states[at + 1], ShowsMoment(states, at, persona), seen.TryGetValue(at, out var was) ? was : null, all)).ToList();
        var last = states[^1];
        var best = turns.Where(turn => turn.Verdict == Verdict.Attuned).MaxBy(turn => (turn.Level, turn.TrustChange));
        var worth = session.Kind == PracticeKind.Unaided ? null : turns.Where(turn => turn.Verdict is Verdict.Missed or Verdict.Harmful or Verdict.Partial).MinBy(turn => (turn.TrustChange, turn.Level));
        return new Debrief
        {
            Session = session.Id,
            Client = persona,
            Kind = session.Kind,
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(session.StartedAt),
            LayersReached = last.Layer + 1,
            ClientLeft = last.HasLeft,
            Felt = FeltUnderstood.Of(new FeltTalk(
                last.Trust - start.Trust, [.. branch.Select(turn => turn.Verdict)], last.Layer + 1, persona.Layers.Count,
                branch.Sum(turn => turn.Events().OfType<ClientEvent.RuptureOpened>().Count()),
                branch.Sum(turn => turn.Events().OfType<ClientEvent.RuptureRepaired>().Count()),
                seen.Count, seen.Values.Count(noticed => noticed), last.HasLeft)),
            Course = [.. states.Select((state, at) => new TalkPoint(
                at, PracticeObject.Shown(state.Trust), PracticeObject.Shown(state.Distress), state.Layer + 1, at == 0 ? TalkMark.None : turns[at - 1].Mark))],
            Opening = session.OpeningLine,
            Turns = turns,
            Best = best,
            Worth = worth,
            AgainAt = worth is null ? null : AgainAt(session, worth),
            Miti = MitiSummary.Of(branch.Select(turn => turn.Judged()?.Moves ?? [])),
            Epitome = judge is null ? null : Epitome(session, branch, judge),
            FeelingWords = FeelingWords.In(branch.Select(turn => turn.Reply)),
            Confidence = branch.Select(turn => turn.Judged()?.Confidence).OfType<double>().ToList() is { Count: > 0 } sure ? sure.Average() : null,
            BeforeNote = session.BeforeNote,
            AfterNote = session.AfterNote,
        };
    }

    /// <summary>What is held is told once, where the talk first comes to it, and only where the client reveals it.</summary>
    private static bool ShowsMoment(ClientState[] states, int turn, Persona persona) =>
        persona.Reveals && (turn == 0 || states[turn].Layer != states[turn - 1].Layer);

    private static DebriefTurn Turn(
        Persona persona, PracticeTurn turn, ClientState before, ClientState after, bool showsMoment, bool? seen, IReadOnlyList<PracticeTurn> all)
    {
        var judged = turn.Judged();
        var events = turn.Events();
        return new DebriefTurn(
            turn.Id,
            turn.Depth,
            showsMoment ? persona.Layers[before.Layer] : null,
            MarkedText.Of(turn.Reply, judged?.Evidence ?? []),
            turn.Verdict,
            turn.Level,
            turn.Level is null ? null : judged?.Attunement,
            judged?.Moves ?? [],
            judged?.Breaches ?? [],
            PracticeObject.Shown(after.Trust) - PracticeObject.Shown(before.Trust),
            turn.ClientLine,
            events.OfType<ClientEvent.RuptureRepaired>().Any() ? TalkMark.Repair
                : events.OfType<ClientEvent.RuptureOpened>().Any() ? TalkMark.Rupture
                : TalkMark.None,
            seen,
            turn.SelfRating,
            turn.HintsUsed,
            [.. all.Where(other => other.ParentId == turn.ParentId && other.Id != turn.Id).OrderBy(other => other.Attempt)
                .Select(other => new OtherAttempt(other.Attempt, other.Reply, other.Verdict, PracticeObject.Shown(other.After().Trust)))]);
    }

    /// <summary>By the index of the turn at which the client withdrew: whether the shift was named in time.</summary>
    private static Dictionary<int, bool> Noticed(IReadOnlyList<PracticeTurn> branch, Rubric rubric)
    {
        var shifts = branch.Select(turn => turn.Shift()).ToList();
        return Enumerable.Range(0, shifts.Count)
            .Where(at => shifts[at].OpensWithdrawal)
            .ToDictionary(at => at, at => shifts.Skip(at + 1).Take(rubric.RepliesToNotice).Any(shift => shift.NamesShift));
    }

    private static string? AgainAt(PracticeSession session, DebriefTurn turn)
    {
        var prefix = DirectLineChannel.Key(string.Empty);
        return session.ConversationKey.StartsWith(prefix, StringComparison.Ordinal)
            ? $"/?talk={Uri.EscapeDataString(session.ConversationKey[prefix.Length..])}&session={session.Id}&again={turn.Id}&with={session.PersonaId}"
            : null;
    }

    private static EpitomeMeans? Epitome(PracticeSession session, IReadOnlyList<PracticeTurn> branch, ReplyJudge judge)
    {
        var spoken = branch.Where(turn => !string.IsNullOrWhiteSpace(turn.Reply)).ToList();
        if (spoken.Count == 0)
        {
            return null;
        }

        string[] lines = [session.OpeningLine, .. branch.Select(turn => turn.ClientLine ?? string.Empty)];
        var judged = branch.Select((turn, at) => (turn, Line: lines[at])).Where(one => !string.IsNullOrWhiteSpace(one.turn.Reply))
            .Select(one => judge.Judge(one.Line, one.turn.Reply)).ToList();
        return new EpitomeMeans(
            judged.Average(one => one.EmotionalReactions.Index), judged.Average(one => one.Interpretations.Index), judged.Average(one => one.Explorations.Index));
    }
}
