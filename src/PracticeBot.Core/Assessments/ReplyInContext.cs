using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Assessments;

/// <summary>A learner's reply with all that is needed to judge it.</summary>
public sealed record ReplyInContext
{
    public required Persona Persona { get; init; }

    /// <summary>The hidden moment that the client is in.</summary>
    public required Layer Moment { get; init; }

    /// <summary>The client's last line, as sent.</summary>
    public required string ClientLine { get; init; }

    /// <summary>The reply as received; offsets of evidence count in it.</summary>
    public required string Reply { get; init; }

    /// <summary>0 to 100; pace is judged against it.</summary>
    public double Distress { get; init; } = 50;

    /// <summary>What an open rupture feels like to the client; empty where none is open.</summary>
    public IReadOnlyList<EmotionFamily> RuptureFeels { get; init; } = [];

    /// <summary>The reply before this one missed or hurt, rupture or not: there is something to name.</summary>
    public bool FollowsMiss { get; init; }

    /// <summary>Something stands between client and learner that a reply may speak of.</summary>
    public bool IsStrained => FollowsMiss || RuptureFeels.Count > 0;

    /// <summary>The client's earlier lines of this session, oldest first, the last one left out.</summary>
    public IReadOnlyList<string> EarlierLines { get; init; } = [];

    /// <summary>The learner's earlier replies of this session, oldest first.</summary>
    public IReadOnlyList<string> EarlierReplies { get; init; } = [];
}
