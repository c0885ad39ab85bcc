using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>A short look back on a talk: how far it came, and its best moment.</summary>
/// <param name="Client">The client's name.</param>
/// <param name="LayersReached">From 1.</param>
/// <param name="TrustAtStart">0 to 100, as shown.</param>
/// <param name="TrustAtEnd">0 to 100, as shown.</param>
/// <param name="Repairs">Ruptures that the learner repaired.</param>
/// <param name="Eased">Ruptures that passed without a word about them.</param>
/// <param name="Verdicts">How many replies got which verdict; neutral ones included.</param>
/// <param name="BestReply">The learner's words that met the client best; null where none did.</param>
/// <param name="Worth">The reply that is worth another try; null where there is none, or where the talk allows none.</param>
/// <param name="Unseen">The reply at which the client drew back unnoticed; null where that never happened.</param>
/// <param name="ClientLeft">The client ended the talk.</param>
public sealed record LookBack(
    string Client,
    string PersonaId,
    int LayersReached,
    int Layers,
    int TrustAtStart,
    int TrustAtEnd,
    int Ruptures,
    int Repairs,
    int Eased,
    IReadOnlyDictionary<Verdict, int> Verdicts,
    string? BestReply,
    WorthTaking? Worth,
    string? Unseen,
    bool ClientLeft)
{
    /// <param name="of">In a shared talk the learner whose replies count; null for all.</param>
    public static LookBack On(Persona persona, PracticeSession session, IReadOnlyList<PracticeTurn> branch, string? of = null)
    {
        var own = of is null ? branch : [.. branch.Where(turn => turn.LearnerId == of)];
        var state = PracticeJson.Read<ClientState>(session.State);
        var best = own.Where(turn => turn.Verdict == Verdict.Attuned)
            .MaxBy(turn => (turn.Level, turn.Events().OfType<ClientEvent.TrustMoved>().Sum(moved => moved.Change)));
        var events = branch.SelectMany(turn => PracticeJson.Read<StoredDecision>(turn.Decision).Events).ToList();
        return new LookBack(
            persona.Name,
            session.PersonaId,
            state.Layer + 1,
            persona.Layers.Count,
            PracticeObject.Shown(ClientState.FreshAt(persona, session.FirstLayer).Trust),
            PracticeObject.Shown(state.Trust),
            events.OfType<ClientEvent.RuptureOpened>().Count(),
            events.OfType<ClientEvent.RuptureRepaired>().Count(over => over.IsRepair),
            events.OfType<ClientEvent.RuptureRepaired>().Count(over => !over.IsRepair),
            own.CountBy(turn => turn.Verdict).ToDictionary(),
            best?.Reply,
            session.Kind == PracticeKind.Unaided || session.IsShared ? null : WorthTaking.Of(branch),
            session.IsShared ? null : Unnoticed(branch, persona.Rubric)?.Reply,
            state.HasLeft);
    }

    private static PracticeTurn? Unnoticed(IReadOnlyList<PracticeTurn> branch, Rubric rubric)
    {
        var shifts = branch.Select(turn => turn.Shift()).ToList();
        var at = Enumerable.Range(0, shifts.Count).FirstOrDefault(turn => NoticingRule.WasNoticed(shifts, turn, rubric) is false, -1);
        return at < 0 ? null : branch[at];
    }
}

/// <summary>A reply that is worth another try: the one that cost most.</summary>
public sealed record WorthTaking(string Turn, string Reply)
{
    public static WorthTaking? Of(IEnumerable<PracticeTurn> branch) => branch
        .Where(turn => turn.Verdict is Verdict.Missed or Verdict.Harmful or Verdict.Partial)
        .OrderBy(turn => turn.Events().OfType<ClientEvent.TrustMoved>().Sum(moved => moved.Change)).ThenBy(turn => turn.Level)
        .Select(turn => new WorthTaking(turn.Id, turn.Reply))
        .FirstOrDefault();
}
