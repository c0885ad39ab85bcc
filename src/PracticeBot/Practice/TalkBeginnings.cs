using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>How a talk begins: with a client of one's choice, with the same for everyone, or at one moment.</summary>
internal sealed class TalkBeginnings(
    TurnPipeline pipeline,
    PersonaLibrary library,
    PracticeSessions sessions,
    PracticeMessages messages,
    ClientLines lines,
    TalkTurns talk,
    IOptions<PracticeOptions> options,
    TimeProvider time)
{
    /// <param name="running">The conversation's newest talk, which gives way; null where there is none.</param>
    /// <param name="name">The client's id; empty for the usual one.</param>
    public Task TalkAsync(TurnContext turn, PracticeSession? running, string name, CancellationToken cancellationToken) =>
        StartAsync(turn, running, name.Length > 0 ? name : options.Value.DefaultPersona, PracticeKind.Talk, layer: 0, cancellationToken);

    public Task UnaidedAsync(TurnContext turn, PracticeSession? running, CancellationToken cancellationToken) =>
        StartAsync(turn, running, options.Value.UnaidedPersona, PracticeKind.Unaided, layer: 0, cancellationToken);

    /// <summary>One moment of a client's: the one that is named, else the one of the last talk that went worst, else the first.</summary>
    public async Task DrillAsync(TurnContext turn, PracticeSession? session, ChatCommand command, CancellationToken cancellationToken)
    {
        var wanted = command.Argument.Length > 0 ? command.Argument : session?.PersonaId ?? options.Value.DefaultPersona;
        if (!PersonaId.TryParse(wanted, out var id) || library.Find(id) is not { Persona: var persona })
        {
            turn.Send(messages.Personas(library.All, messages.Text("UnknownPersona")));
            return;
        }

        var layer = command.Moment.Length > 0
            ? persona.Layers.ToList().FindIndex(moment => string.Equals(moment.Id, command.Moment, StringComparison.OrdinalIgnoreCase))
            : session?.PersonaId == wanted ? await PracticeSessions.WorstLayerAsync(turn.Db, session, cancellationToken) : 0;
        if (layer < 0 || layer >= persona.Layers.Count)
        {
            var known = string.Join(", ", persona.Layers.Select(moment => moment.Id));
            turn.Send(messages.InTalk(session, messages.Say("UnknownMoment", ClientText.Plain(persona.Name), known)));
            return;
        }

        await StartAsync(turn, session, wanted, PracticeKind.Drill, layer, cancellationToken);
    }

    /// <param name="layer">Index of the one at which the client begins.</param>
    private async Task StartAsync(TurnContext turn, PracticeSession? running, string name, PracticeKind kind, int layer, CancellationToken cancellationToken)
    {
        if (Find(name) is not { } entry)
        {
            turn.Send(messages.Personas(library.All, messages.Text("UnknownPersona")));
            return;
        }

        if (running is { EndedAt: null })
        {
            await talk.LeaveAsync(turn, running, EndReasons.AnotherBegan, cancellationToken);
        }

        var mode = kind switch
        {
            PracticeKind.Drill => PracticeMode.Guided,
            PracticeKind.Unaided => PracticeMode.Quiet,
            _ => options.Value.Mode,
        };
        var (session, encounter) = await AddAsync(turn, entry, kind, mode, layer, isShared: false, cancellationToken);

        turn.Send(messages.Introduction(entry.Persona, kind));
        var opening = new PracticeObject { Session = session.Id, Id = session.Id, Turn = 0, Attempt = 1, Persona = session.PersonaId };
        lines.Send(turn, encounter.Persona, encounter.Lines[0], opening, encounter.State.Distress, messages.DuringTalk(kind));
    }

    /// <param name="name">A client's id; empty for the usual one.</param>
    public PersonaEntry? Find(string name) =>
        PersonaId.TryParse(name.Length > 0 ? name : options.Value.DefaultPersona, out var id) ? library.Find(id) : null;

    /// <summary>A new talk in the store, of which nothing is said yet.</summary>
    public async Task<(PracticeSession Session, Encounter Encounter)> AddAsync(
        TurnContext turn, PersonaEntry entry, PracticeKind kind, PracticeMode mode, int layer, bool isShared, CancellationToken cancellationToken)
    {
        var learner = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        var encounter = pipeline.Begin(entry.Persona, PracticeSessions.NewSeed(), layer);
        var version = new PersonaVersion { Id = entry.Version, PersonaId = entry.Persona.Id.ToString(), Content = entry.Text, At = time.UnixNow() };
        return (await sessions.AddAsync(turn, learner, encounter, version, kind, mode, isShared, cancellationToken), encounter);
    }
}
