using PracticeBot.Core.Assessments;
using PracticeBot.Core.Turns;

namespace PracticeBot.Storage;

/// <summary>One judged reply with what it caused. Turns form a tree: attempts at one moment share their parent.</summary>
public sealed class PracticeTurn
{
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    /// <summary>Whose reply it is; null in a talk of one learner, and where that learner is no longer kept.</summary>
    public string? LearnerId { get; init; }

    /// <summary>The turn before it; null for a first turn.</summary>
    public string? ParentId { get; init; }

    public int Depth { get; init; }

    /// <summary>Its number among the attempts at the same moment, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>The activity that brought the reply.</summary>
    public required string ActivityId { get; init; }

    public required string Reply { get; init; }

    public Verdict Verdict { get; init; }

    public int? Level { get; init; }

    public Reaction? Reaction { get; init; }

    /// <summary>JSON; null where the reply could not be judged.</summary>
    public string? Assessment { get; init; }

    /// <summary>JSON.</summary>
    public required string Decision { get; init; }

    /// <summary>JSON.</summary>
    public required string StateAfter { get; init; }

    public string? ClientLine { get; set; }

    /// <summary>JSON: what the client's line was made of.</summary>
    public required string Templates { get; set; }

    /// <summary>Hints taken before the reply, 0 to 3.</summary>
    public int HintsUsed { get; init; }

    /// <summary>1 to 5, the learner's own before the verdict showed; null where they gave none.</summary>
    public int? SelfRating { get; set; }

    /// <summary>On the turn that opened a quiet withdrawal: the learner's answer whether they saw it; null where nobody asked or answered.</summary>
    public bool? SaysNoticed { get; set; }

    /// <summary>JSON: what a model did to judge the reply, and to give the client words; null where none was asked.</summary>
    public string? AssessorWork { get; init; }

    public string? VoiceWork { get; init; }

    public long At { get; init; }
}
