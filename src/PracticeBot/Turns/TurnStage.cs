namespace PracticeBot.Turns;

/// <summary>Where a turn is played: who hears the client's line grow, when the learner has heard enough, and how much time is left.</summary>
public abstract class TurnStage
{
    /// <summary>A stage with nobody before it: the line counts when it is whole, and a model may take its time.</summary>
    public static TurnStage Unwatched { get; } = new Nobody();

    /// <summary>Set when the learner stops the client.</summary>
    public virtual CancellationToken Stopped => CancellationToken.None;

    /// <summary>What is left of the time that the learner is asked to wait for the client's last word.</summary>
    public virtual TimeSpan Left => Timeout.InfiniteTimeSpan;

    /// <summary>The line so far, from its beginning, whole sentences. Returns at once; it is shown at the client's own pace.</summary>
    public virtual void Hear(string lineSoFar)
    {
    }

    /// <summary>Returns when what was handed over has been shown, or the learner has stopped it.</summary>
    /// <param name="line">The whole line.</param>
    /// <returns>How much of it was heard: all of it where nobody stopped it.</returns>
    public virtual Task<string> HeardAsync(string line) => Task.FromResult(line);

    private sealed class Nobody : TurnStage;
}
