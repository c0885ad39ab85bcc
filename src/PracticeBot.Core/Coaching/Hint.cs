using PracticeBot.Core.Emotions;

namespace PracticeBot.Core.Coaching;

/// <summary>A nudge before a reply, never the answer: where to look, then what sort of feeling, then a stem to begin with.</summary>
public abstract record Hint
{
    /// <summary>The steps there are.</summary>
    public const int Steps = 3;

    private Hint()
    {
    }

    /// <param name="Words">Of the client's last line, as said; a stage direction without its marks.</param>
    /// <param name="IsGesture">It was done, not said.</param>
    public sealed record WhereToLook(string Words, bool IsGesture) : Hint;

    public sealed record KindOfFeeling(FeelingKind Kind) : Hint;

    public sealed record StemToBeginWith(FeelingKind Kind) : Hint;

    /// <summary>What stands between the two comes first.</summary>
    /// <param name="Step">1 to 3.</param>
    public sealed record BetweenYou(int Step) : Hint;
}
