using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Coaching;
using PracticeBot.Core.Debriefs;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Learning;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>A talk that has ended, looked back on. Holds nothing of a layer that was not reached.</summary>
public sealed record Debrief
{
    public required PracticeSession Session { get; init; }

    public required PersonaId Persona { get; init; }

    /// <summary>The client's name.</summary>
    public required string Client { get; init; }

    public required Tendency Tendency { get; init; }

    /// <summary>From 1.</summary>
    public required int LayersReached { get; init; }

    public required int Layers { get; init; }

    public required IReadOnlyList<FeltStatement> Felt { get; init; }

    /// <summary>The client may be shown: what they held, at each layer reached.</summary>
    public required bool Reveals { get; init; }

    /// <summary>What the first line was spoken from; null where nothing is revealed.</summary>
    public HeldMoment? First { get; init; }

    /// <summary>The final branch.</summary>
    public required IReadOnlyList<DebriefTurn> Turns { get; init; }

    /// <summary>Attempts at a moment that the learner went back to and then left; empty where the talk went on.</summary>
    public required IReadOnlyList<Attempt> LeftOpen { get; init; }

    /// <summary>Empty in a shared talk: each step of it would tell how somebody's reply was judged.</summary>
    public required IReadOnlyList<ChartPoint> Chart { get; init; }

    /// <summary>The reply that met the client best; null where none did.</summary>
    public DebriefTurn? Best { get; init; }

    /// <summary>The costliest reply; null where none cost anything or fell short.</summary>
    public DebriefTurn? TakeAgain { get; init; }

    public required MitiSummary Miti { get; init; }

    /// <summary>Null where the fitted models are not loaded, or nothing was said.</summary>
    public EpitomeMeans? Epitome { get; init; }

    public required IReadOnlyList<FeelingWord> FeelingWords { get; init; }

    public required Sureness Sureness { get; init; }

    /// <param name="turns">All of the session's, whatever branch they stand on.</param>
    /// <param name="judge">Null where the fitted models are not loaded.</param>
    /// <param name="viewer">In a shared talk the learner who looks: how others' replies were judged is not for them.</param>
    public static Debrief On(Persona persona, PracticeSession session, IReadOnlyList<PracticeTurn> turns, ReplyJudge? judge, string? viewer = null)
    {
        var branch = PracticeSessions.Branch(turns, session.HeadTurnId, turn => turn.Id, turn => turn.ParentId);
        var start = ClientState.FreshAt(persona, session.FirstLayer);
        var attempts = turns.Where(turn => viewer is null || turn.LearnerId == viewer).OrderBy(turn => turn.Attempt).ToLookup(turn => turn.ParentId, StringComparer.Ordinal);
        var told = DebriefTurn.On(persona, start, branch, attempts);
        var end = told.Count > 0 ? told[^1].After : start;
        var felt = FeltUnderstood.Of(persona, start, [.. told.Select(turn => new TakenReply(turn.Verdict, turn.Events, turn.After))]);
        var chart = told.Select(turn => ChartPoint.Of(turn.Number, turn.After, turn.Events)).Prepend(ChartPoint.Of(0, start, []));
        told = [.. told.Select(turn => viewer is null || turn.Turn.LearnerId == viewer ? turn : turn.OfSomebodyElse())];
        var own = told.Where(turn => turn.IsOwn).ToList();
        var replies = own.Select(turn => turn.Turn.Reply).ToList();
        List<string> answered = [.. own.Select(turn => turn.Number == 1 ? session.OpeningLine : branch[turn.Number - 2].ClientLine ?? string.Empty)];
        return new Debrief
        {
            Session = session,
            Persona = persona.Id,
            Client = persona.Name,
            Tendency = persona.Tendency,
            LayersReached = end.Layer + 1,
            Layers = persona.Layers.Count,
            Felt = felt,
            Reveals = persona.Reveals,
            First = HeldMoment.Of(persona, session.FirstLayer),
            Turns = told,
            LeftOpen = viewer is null ? [.. attempts[session.HeadTurnId].Select(Attempt.Of)] : [],
            Chart = viewer is null ? [.. chart] : [],
            Best = own.Where(turn => turn.Verdict == Verdict.Attuned).MaxBy(turn => (turn.Level, turn.After.Trust - turn.Before.Trust)),
            TakeAgain = Costliest(own, persona.Rubric),
            Miti = MitiSummary.Of(own.Select(turn => turn.Assessment).OfType<Assessment>()),
            Epitome = judge is null ? null : EpitomeMeans.Of(judge, answered, replies),
            FeelingWords = Embedded.Emotions.FeelingWords.In(replies),
            Sureness = Sureness.Of(own),
        };
    }

    /// <summary>The judged reply that cost most trust, and of those alike the one with the lowest level.</summary>
    private static DebriefTurn? Costliest(IReadOnlyList<DebriefTurn> turns, Rubric rubric) => turns
        .Where(turn => turn.IsJudged && (turn.After.Trust < turn.Before.Trust || turn.Level < rubric.AccurateLevel))
        .MinBy(turn => (turn.After.Trust - turn.Before.Trust, turn.Level));
}

/// <summary>One reply of the final branch, with what it was and what it did.</summary>
public sealed record DebriefTurn
{
    public required PracticeTurn Turn { get; init; }

    /// <summary>Its place in the branch, from 1.</summary>
    public required int Number { get; init; }

    public required ClientState Before { get; init; }

    public required ClientState After { get; init; }

    public required IReadOnlyList<ClientEvent> Events { get; init; }

    /// <summary>Null where the reply could not be judged.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Null where the reply could not be judged.</summary>
    public Feedback? Feedback { get; init; }

    public required IReadOnlyList<ReplyPart> Parts { get; init; }

    /// <summary>The other attempts at this moment.</summary>
    public required IReadOnlyList<Attempt> OtherAttempts { get; init; }

    /// <summary>What the client's answer was spoken from, where it opened a layer that may be revealed.</summary>
    public HeldMoment? Opens { get; init; }

    /// <summary>Null where the client did not withdraw in this turn, or no reply followed.</summary>
    public bool? SawShift { get; init; }

    /// <summary>The reply is that of whoever looks.</summary>
    public bool IsOwn { get; private init; } = true;

    public Verdict Verdict => IsOwn ? Turn.Verdict : Verdict.Neutral;

    public int? Level => IsOwn ? Turn.Level : null;

    /// <summary>What was said, and nothing of how it was judged.</summary>
    public DebriefTurn OfSomebodyElse() => this with
    {
        IsOwn = false,
        After = Before,
        Events = [],
        Assessment = null,
        Feedback = null,
        Parts = MarkedReply.Parts(Turn.Reply, []),
        OtherAttempts = [],
        SawShift = null,
    };

    public bool IsJudged => Verdict is not (Verdict.Neutral or Verdict.Unavailable);

    /// <summary>The words that landed, or the whole reply.</summary>
    public string Quote => Feedback?.Landed?.Quote(Turn.Reply) ?? Turn.Reply;

    public static IReadOnlyList<DebriefTurn> On(
        Persona persona, ClientState start, IReadOnlyList<PracticeTurn> branch, ILookup<string?, PracticeTurn> attempts)
    {
        var told = new List<DebriefTurn>();
        var shifts = branch.Select(turn => turn.Shift()).ToList();
        var before = start;
        for (var at = 0; at < branch.Count; at++)
        {
            var turn = branch[at];
            var after = turn.After();
            var found = turn.Judged();
            told.Add(new DebriefTurn
            {
                Turn = turn,
                Number = at + 1,
                Before = before,
                After = after,
                Events = turn.Events(),
                Assessment = found,
                Feedback = turn.Feedback(persona),
                Parts = MarkedReply.Parts(turn.Reply, found?.Evidence ?? []),
                OtherAttempts = [.. attempts[turn.ParentId].Where(other => other.Id != turn.Id).Select(Attempt.Of)],
                Opens = after.Layer > before.Layer ? HeldMoment.Of(persona, after.Layer) : null,
                SawShift = NoticingRule.WasNoticed(shifts, at, persona.Rubric),
            });
            before = after;
        }

        return told;
    }
}

/// <summary>What the client held at a layer that was reached.</summary>
/// <param name="Number">The layer, from 1.</param>
public sealed record HeldMoment(int Number, FeltEmotion Feels, string Meaning, string? Need)
{
    /// <summary>Null where the persona stays unrevealed.</summary>
    public static HeldMoment? Of(Persona persona, int layer) => persona.Reveals && persona.Layers[layer] is var held
        ? new HeldMoment(layer + 1, held.Feels, held.Meaning, held.Need)
        : null;
}

/// <summary>How the client stood after a reply, for the chart.</summary>
/// <param name="Turn">0 is the beginning.</param>
/// <param name="Trust">0 to 100, as shown.</param>
/// <param name="Distress">0 to 100, as shown.</param>
/// <param name="Layer">From 1.</param>
public sealed record ChartPoint(int Turn, int Trust, int Distress, int Layer, bool Ruptures, bool Repairs, bool Eases, bool Leaves)
{
    /// <summary>What happened in the turn, by the names of the words for it.</summary>
    public IEnumerable<string> Happenings => new[]
    {
        Ruptures ? "Rupture" : null, Repairs ? "Repaired" : null, Eases ? "Eased" : null, Leaves ? "ClientLeft" : null,
    }.OfType<string>();

    public static ChartPoint Of(int turn, ClientState state, IReadOnlyList<ClientEvent> events) => new(
        turn,
        PracticeObject.Shown(state.Trust),
        PracticeObject.Shown(state.Distress),
        state.Layer + 1,
        events.OfType<ClientEvent.RuptureOpened>().Any(),
        events.OfType<ClientEvent.RuptureRepaired>().Any(over => over.IsRepair),
        events.OfType<ClientEvent.RuptureRepaired>().Any(over => !over.IsRepair),
        events.OfType<ClientEvent.ClientLeft>().Any());
}

/// <summary>EPITOME's three mechanisms over the replies, each 0 (none) to 2 (strong) on average.</summary>
public sealed record EpitomeMeans(double EmotionalReactions, double Interpretations, double Explorations)
{
    /// <param name="lines">The client's; each is answered by the reply with its index.</param>
    /// <returns>Null where nothing was said in words.</returns>
    public static EpitomeMeans? Of(ReplyJudge judge, IReadOnlyList<string> lines, IReadOnlyList<string> replies)
    {
        var judged = replies.Select((reply, at) => (Line: lines[at], Reply: reply))
            .Where(said => !string.IsNullOrWhiteSpace(said.Reply))
            .Select(said => judge.Judge(said.Line, said.Reply)).ToList();
        return judged.Count == 0
            ? null
            : new EpitomeMeans(
                judged.Average(one => one.EmotionalReactions.Index),
                judged.Average(one => one.Interpretations.Index),
                judged.Average(one => one.Explorations.Index));
    }
}

/// <summary>Who judged, and how sure they were.</summary>
/// <param name="Judged">Replies with a verdict.</param>
/// <param name="Guessed">Those of them whose verdict is a guess.</param>
public sealed record Sureness(int Judged, int Guessed, AssessorKind Assessor)
{
    public static Sureness Of(IReadOnlyList<DebriefTurn> turns)
    {
        var judged = turns.Where(turn => turn is { IsJudged: true, Feedback: not null }).ToList();
        return new Sureness(
            judged.Count, judged.Count(turn => !turn.Feedback!.IsSure), judged.Any(turn => turn.Feedback!.Assessor == AssessorKind.Model) ? AssessorKind.Model : AssessorKind.Embedded);
    }
}
