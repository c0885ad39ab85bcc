namespace PracticeBot.Storage;

/// <summary>Someone who takes part in a talk that several share.</summary>
public sealed class Participant
{
    public required string SessionId { get; init; }

    public required string LearnerId { get; init; }

    /// <summary>Their place in the circle, from 1.</summary>
    public int Seat { get; init; }

    /// <summary>How the channel knows them, to call them by.</summary>
    public required string AccountId { get; init; }

    /// <summary>Their name as the others in the conversation see it.</summary>
    public required string Name { get; init; }

    /// <summary>They were told that their feedback can't reach them, which is said once.</summary>
    public bool KnowsNoWay { get; set; }
}
