using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>A short look back on a talk: how far it came, and its best moment.</summary>
/// <param name="Client">The client's name.</param>
/// <param name="LayersReached">From 1.</param>
/// <param name="TrustAtStart">0 to 100, as shown.</param>
/// <param name="TrustAtEnd">0 to 100, as shown.</param>
/// <param name="Verdicts">How many replies got which verdict; neutral ones included.</param>
/// <param name="BestReply">The learner's words that met the client best; null where none did.</param>
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
    IReadOnlyDictionary<Verdict, int> Verdicts,
    string? BestReply,
    bool ClientLeft)
{
    public static LookBack On(Persona persona, PracticeSession session, IReadOnlyList<PracticeTurn> branch)
    {
        var state = PracticeJson.Read<ClientState>(session.State);
        var best = branch.Where(turn => turn.Verdict == Verdict.Attuned).MaxBy(turn => turn.Level);
        var events = branch.SelectMany(turn => PracticeJson.Read<StoredDecision>(turn.Decision).Events).ToList();
        return new LookBack(
            persona.Name,
            session.PersonaId,
            state.Layer + 1,
            persona.Layers.Count,
            PracticeObject.Shown(ClientState.FreshAt(persona, session.FirstLayer).Trust),
            PracticeObject.Shown(state.Trust),
            events.OfType<ClientEvent.RuptureOpened>().Count(),
            events.OfType<ClientEvent.RuptureRepaired>().Count(),
            branch.CountBy(turn => turn.Verdict).ToDictionary(),
            best?.Reply,
            state.HasLeft);
    }
}
