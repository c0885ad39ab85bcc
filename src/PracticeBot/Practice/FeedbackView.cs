using PracticeBot.Core.Coaching;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>One feedback card: the last reply, and what was kept back until now.</summary>
/// <param name="Session">Its talk.</param>
/// <param name="Turn">Its turn: what the card's buttons are about.</param>
/// <param name="Attempts">All at this moment where there was more than one, oldest first; else empty.</param>
internal sealed record FeedbackView(string Session, string Turn, string Reply, Feedback Feedback, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>What stands above it: how it was with a shift in the client.</summary>
    public string? Lead { get; init; }

    /// <summary>The learner's own, 1 to 5.</summary>
    public int? SelfRating { get; init; }

    /// <summary>Replies whose feedback had to wait, oldest first.</summary>
    public IReadOnlyList<(string Reply, Feedback Feedback)> Earlier { get; init; } = [];

    /// <summary>What a model did for the judgement; null where none was asked.</summary>
    public ModelWork? Work { get; init; }

    /// <summary>Of a drill: where it goes on.</summary>
    public string? Drill { get; init; }

    /// <summary>The learner may take the moment again and see a reply of ours.</summary>
    public bool HasActions { get; init; } = true;
}
