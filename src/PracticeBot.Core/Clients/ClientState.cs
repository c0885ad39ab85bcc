using System.Collections.Immutable;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Clients;

/// <summary>Where the client stands after a turn. Immutable; <see cref="Turns.TurnReducer"/> alone makes the next one.</summary>
public sealed record ClientState
{
    /// <summary>0 to 100; shown rounded.</summary>
    public required double Trust { get; init; }

    /// <summary>0 to 100; shown rounded.</summary>
    public required double Distress { get; init; }

    /// <summary>Index of the deepest layer that is open.</summary>
    public int Layer { get; init; }

    public OpeningProgress Progress { get; init; } = OpeningProgress.None;

    public RuptureState Rupture { get; init; } = new RuptureState.None();

    /// <summary>Trust that a repair has restored and not yet paid out, 0 or more.</summary>
    public double TrustOwed { get; init; }

    public bool HasPaidRepairBonus { get; init; }

    public bool HasBeenHarmed { get; init; }

    /// <summary>The last replies, newest last, at most <see cref="Rubric.RecentTurns"/>.</summary>
    public ImmutableList<RecentReply> Recent { get; init; } = [];

    /// <summary>Tentative wrong guesses at this layer.</summary>
    public int TentativeMisses { get; init; }

    public int QuestionsRunning { get; init; }

    public int SilencesRunning { get; init; }

    /// <summary>The client has disclosed a feeling that no reply has taken up yet.</summary>
    public bool HasDisclosed { get; init; }

    /// <summary>The client's last line asked the learner something.</summary>
    public bool HasAsked { get; init; }

    /// <summary>The client has left.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The state in which a session begins: the opening line has been said.</summary>
    public static ClientState Fresh(Persona persona) => FreshAt(persona, 0);

    /// <summary>A fresh state at a layer, as expectations and drills use it; trust is what opened that layer.</summary>
    public static ClientState FreshAt(Persona persona, int layer)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return new ClientState
        {
            Trust = Math.Clamp(persona.TrustToOpen(layer), 0, 100),
            Distress = Math.Clamp(persona.StartDistress, 0, 100),
            Layer = layer,
            HasDisclosed = true,
        };
    }
}

/// <summary>What the rules remember of a recent reply.</summary>
/// <param name="Missed">Its verdict was missed or harmful.</param>
/// <param name="FlatBreach">It fell flat.</param>
public readonly record struct RecentReply(bool Missed, bool FlatBreach);

/// <summary>Accurate, attuned replies since the last opening or rupture.</summary>
public readonly record struct OpeningProgress(int LevelFives, int LevelFours, int RunningThrees)
{
    public static readonly OpeningProgress None;

    /// <summary>With one more accurate, attuned reply at this level (3 to 5).</summary>
    public OpeningProgress With(int level) => new(
        LevelFives + (level >= 5 ? 1 : 0),
        LevelFours + (level >= 4 ? 1 : 0),
        RunningThrees + 1);

    /// <summary>A reply that was not accurate and attuned breaks the run of threes.</summary>
    public OpeningProgress Interrupted() => this with { RunningThrees = 0 };

    public bool Opens(Rubric rubric) =>
        LevelFives >= rubric.LevelFivesToOpen || LevelFours >= rubric.LevelFoursToOpen || RunningThrees >= rubric.LevelThreesToOpen;
}
