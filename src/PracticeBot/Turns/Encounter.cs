using System.Collections.Immutable;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Embedded.Clients;

namespace PracticeBot.Turns;

/// <summary>A talk between a learner and a client as it stands after a turn: all that the next turn needs. Immutable.</summary>
public sealed record Encounter
{
    public required Persona Persona { get; init; }

    public required ClientState State { get; init; }

    /// <summary>The client's lines, oldest first; the last one waits for a reply. Never empty.</summary>
    public required ImmutableList<string> Lines { get; init; }

    /// <summary>The learner's replies, oldest first.</summary>
    public ImmutableList<string> Replies { get; init; } = [];

    /// <summary>Templates spoken so far, so that none is spoken twice while others are left.</summary>
    public ImmutableHashSet<string> Spoken { get; init; } = [];

    /// <summary>Makes sessions differ where lines fit equally well.</summary>
    public int Seed { get; init; }

    public Layer Moment => Persona.Layers[State.Layer];

    public ReplyInContext InContext(string reply) => new()
    {
        Persona = Persona,
        Moment = Moment,
        ClientLine = Lines[^1],
        Reply = reply,
        Distress = State.Distress,
        RuptureFeels = RuptureFeelings.Of(Persona, State.Rupture),
        FollowsMiss = State.Recent is [.., { Missed: true }],
        EarlierLines = Lines.RemoveAt(Lines.Count - 1),
        EarlierReplies = Replies,
    };

    public VoiceContext ForVoice(string reply) => new()
    {
        Reply = reply,
        EarlierLines = Lines,
        EarlierReplies = Replies,
        Spoken = Spoken,
        Seed = Seed,
    };

    /// <summary>This talk after one more turn; a reply that got no line leaves it as it was.</summary>
    public Encounter After(PlayedTurn turn) => turn.Line is null
        ? this
        : this with
        {
            State = turn.After,
            Lines = Lines.Add(turn.Line.Text),
            Replies = Replies.Add(turn.Reply),
            Spoken = Spoken.Union(turn.Line.Templates),
        };
}
