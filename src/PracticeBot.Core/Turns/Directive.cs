using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Turns;

/// <summary>What the client is to do and why; the words are the voice's.</summary>
public sealed record Directive
{
    public required Reaction Reaction { get; init; }

    /// <summary>What in the reply brought it about (<see cref="Causes"/>).</summary>
    public string Cause { get; init; } = Causes.Other;

    /// <summary>Index of the layer that the client speaks from, after the turn.</summary>
    public required int Layer { get; init; }

    /// <summary>Trust after the turn, 0 to 100: a fact may take more than there is.</summary>
    public required double Trust { get; init; }

    /// <summary>Distress after the turn, 0 to 100.</summary>
    public required double Distress { get; init; }

    /// <summary>Severity of an open rupture, 0 to 3.</summary>
    public int Severity { get; init; }

    public RepairStage Stage { get; init; }
}
