namespace PracticeBot.Storage;

/// <summary>Someone who practises.</summary>
public sealed class Learner
{
    public required string Id { get; init; }

    /// <summary>How a channel knows them (<see cref="LearnerKey"/>); one learner may never stand twice.</summary>
    public required string Key { get; set; }

    public long CreatedAt { get; init; }

    /// <summary>Rates each reply before its verdict shows.</summary>
    public bool RatesFirst { get; set; }

    /// <summary>When everything was asked to be deleted and not yet confirmed; null where nothing was.</summary>
    public long? EraseAskedAt { get; set; }
}
