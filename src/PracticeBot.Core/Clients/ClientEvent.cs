using System.Text.Json.Serialization;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Clients;

/// <summary>Something that changed in the client. Folded by <see cref="Turns.TurnReducer"/>; stored with the turn.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(TrustMoved), "trustMoved")]
[JsonDerivedType(typeof(DistressMoved), "distressMoved")]
[JsonDerivedType(typeof(ReplyCounted), "replyCounted")]
[JsonDerivedType(typeof(CreditEarned), "creditEarned")]
[JsonDerivedType(typeof(RunBroken), "runBroken")]
[JsonDerivedType(typeof(LayerOpened), "layerOpened")]
[JsonDerivedType(typeof(GuessCorrected), "guessCorrected")]
[JsonDerivedType(typeof(Harmed), "harmed")]
[JsonDerivedType(typeof(RuptureOpened), "ruptureOpened")]
[JsonDerivedType(typeof(RuptureMoved), "ruptureMoved")]
[JsonDerivedType(typeof(RuptureRepaired), "ruptureRepaired")]
[JsonDerivedType(typeof(OwedTrustPaid), "owedTrustPaid")]
[JsonDerivedType(typeof(ClientLeft), "clientLeft")]
[JsonDerivedType(typeof(ClientSpoke), "clientSpoke")]
public abstract record ClientEvent
{
    private ClientEvent()
    {
    }

    /// <summary>Trust moved by <paramref name="Change"/>, already damped and bounded.</summary>
    public sealed record TrustMoved(double Change) : ClientEvent;

    /// <summary>Distress moved by <paramref name="Change"/>; the reducer keeps it within 0 to 100.</summary>
    public sealed record DistressMoved(double Change) : ClientEvent;

    /// <summary>A reply was counted among the recent ones.</summary>
    public sealed record ReplyCounted(bool Missed, bool FlatBreach, bool QuestionOnly, bool Silent) : ClientEvent;

    /// <summary>An accurate, attuned reply at this level (3 to 5) counts towards the next layer.</summary>
    public sealed record CreditEarned(int Level) : ClientEvent;

    /// <summary>A reply that was not accurate and attuned broke the run of level threes.</summary>
    public sealed record RunBroken : ClientEvent;

    public sealed record LayerOpened(int Layer) : ClientEvent;

    /// <summary>A tentative wrong guess was put right.</summary>
    public sealed record GuessCorrected : ClientEvent;

    public sealed record Harmed : ClientEvent;

    public sealed record RuptureOpened(RuptureState.Open Rupture) : ClientEvent;

    public sealed record RuptureMoved(RuptureState.Open Rupture) : ClientEvent;

    /// <summary>A rupture is over.</summary>
    /// <param name="Restored">Trust owed, in points of 100: back to where it stood before.</param>
    /// <param name="Bonus">Trust owed beside it, in points of 100: for the first repair only.</param>
    /// <param name="IsRepair">The learner spoke of it. False where it eased without a word.</param>
    public sealed record RuptureRepaired(double Restored, double Bonus, bool IsRepair = true) : ClientEvent;

    /// <summary>Part of what a repair restored was paid.</summary>
    public sealed record OwedTrustPaid(double Amount) : ClientEvent;

    public sealed record ClientLeft : ClientEvent;

    /// <summary>The client's line was said: did it disclose a feeling, did it ask the learner something?</summary>
    public sealed record ClientSpoke(bool Disclosed, bool Asked) : ClientEvent;
}
