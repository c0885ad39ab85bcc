using System.Text.Json.Serialization;

namespace PracticeBot.Core.Ruptures;

/// <summary>A rupture between client and learner, or none.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Mended), "mended")]
public abstract record RuptureState
{
    private RuptureState()
    {
    }

    public RuptureKind Kind => this is Open open ? open.InForce : RuptureKind.None;

    public int Severity => this is Open open ? open.Depth : 0;

    public RepairStage Stage => this switch
    {
        None => RepairStage.None,
        Open open => open.Reached,
        Mended => RepairStage.Repaired,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public bool IsOpen => this is Open;

    /// <summary>No rupture in this session yet, or the mended one is past.</summary>
    public sealed record None : RuptureState;

    /// <summary>Repaired by the last reply.</summary>
    public sealed record Mended : RuptureState;

    /// <summary>An open rupture.</summary>
    public sealed record Open : RuptureState
    {
        public required RuptureKind InForce { get; init; }

        /// <summary>1 strain, 2 rupture, 3 about to leave.</summary>
        public required int Depth { get; init; }

        /// <summary>What in the reply brought it about (<see cref="Turns.Causes"/>).</summary>
        public required string Cause { get; init; }

        /// <summary>Trust to which a repair returns, 0 to 100.</summary>
        public required double TrustBefore { get; init; }

        public bool HasAcknowledged { get; init; }

        public bool HasOwned { get; init; }

        public bool HasReattuned { get; init; }

        /// <summary>Turns over which the client has softened so far.</summary>
        public int Softened { get; init; }

        /// <summary>Re-attuning without naming has lowered the severity, which it does once.</summary>
        public bool HasEased { get; init; }

        /// <summary>Replies since it opened.</summary>
        public int Replies { get; init; }

        /// <summary>The learner named or checked the shift.</summary>
        public bool IsNoticed { get; init; }

        /// <summary>The stages come in order: what is reached is the longest unbroken run.</summary>
        public RepairStage Reached =>
            !HasAcknowledged ? RepairStage.Open
            : !HasOwned ? RepairStage.Acknowledged
            : !HasReattuned ? RepairStage.Owned
            : RepairStage.Reattuned;
    }
}
