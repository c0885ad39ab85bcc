namespace PracticeBot.Core.Personas;

/// <summary>Every number of the craft, named once; a persona may set its own under <c>rubric:</c>.</summary>
/// <remarks>Trust and distress run from 0 to 100. Unless a line says so, the source is this project's rubric.</remarks>
public sealed record Rubric
{
    public static readonly Rubric Default = new();

    /// <summary>Trust at or above which a first harm strains instead of breaking. 0 to 100.</summary>
    public double HighTrust { get; init; } = 60;

    /// <summary>Trust below which two misses open a full rupture. 0 to 100.</summary>
    public double LowTrust { get; init; } = 35;

    /// <summary>Distress at or above which silence settles. 0 to 100.</summary>
    public double HighDistress { get; init; } = 65;

    /// <summary>Most trust that one turn can move, either way. 0 to 100.</summary>
    public double MostTrustATurn { get; init; } = 6;

    /// <summary>A gain is multiplied by this plus trust / <see cref="GainDivisor"/>. 0 to 1.</summary>
    public double GainFloor { get; init; } = 0.5;

    /// <summary>See <see cref="GainFloor"/>. 1 to 1000.</summary>
    public double GainDivisor { get; init; } = 200;

    /// <summary>Trust for an accurate, attuned reply at level 5, before damping.</summary>
    public double LevelFiveTrust { get; init; } = 6;

    /// <summary>Trust for an accurate, attuned reply at level 4, before damping.</summary>
    public double LevelFourTrust { get; init; } = 4;

    /// <summary>Trust for an accurate, attuned reply at level 3 with a check or a fitting silence, before damping.</summary>
    public double CheckedLevelThreeTrust { get; init; } = 2;

    /// <summary>Trust for a plain level 3, before damping.</summary>
    public double LevelThreeTrust { get; init; } = 1;

    /// <summary>Trust for a silence that settles, before damping.</summary>
    public double SettleTrust { get; init; } = 1;

    /// <summary>Trust for a greeting, an open question and their like, before damping.</summary>
    public double FacilitativeTrust { get; init; } = 0.5;

    /// <summary>Trust for a tentative wrong guess that lets the client put it right, before damping.</summary>
    public double TentativeMissTrust { get; init; } = 0.5;

    /// <summary>Trust lost by a wounding breach or a contradicted disclosure.</summary>
    public double HarmfulTrust { get; init; } = -6;

    /// <summary>Trust lost by a costly breach.</summary>
    public double CostlyTrust { get; init; } = -4;

    /// <summary>Trust lost by the second tentative wrong guess at one moment.</summary>
    public double SecondTentativeMissTrust { get; init; } = -2;

    /// <summary>Trust lost by a warm but wrong reply.</summary>
    public double WarmMissTrust { get; init; } = -1;

    /// <summary>Trust lost by a reply neither accurate nor attuned.</summary>
    public double PlainMissTrust { get; init; } = -2;

    /// <summary>The same with a flat breach or an intensity <see cref="FarIntensity"/> off.</summary>
    public double FlatMissTrust { get; init; } = -3;

    /// <summary>Trust lost by the third question-only reply running.</summary>
    public double QuestioningTrust { get; init; } = -1;

    /// <summary>Question-only replies running that make an interrogation. 2 to 10.</summary>
    public int QuestionsRunning { get; init; } = 3;

    /// <summary>Trust paid once a session for a repaired rupture, undamped.</summary>
    public double RepairBonus { get; init; } = 5;

    /// <summary>Steps of intensity within which a reply is accurate. 0 to 4.</summary>
    public int NearIntensity { get; init; } = 1;

    /// <summary>Steps of intensity that make a miss worse. 1 to 4.</summary>
    public int FarIntensity { get; init; } = 2;

    /// <summary>Mean of the four anchor scores from which a reply is attuned. 1 to 4.</summary>
    public double AttunedMean { get; init; } = 2.5;

    /// <summary>Level (Carkhuff) from which a reply is accurate. 1 to 5.</summary>
    public int AccurateLevel { get; init; } = 3;

    /// <summary>Level-5 replies that open a layer.</summary>
    public int LevelFivesToOpen { get; init; } = 1;

    /// <summary>Level-4 replies that open a layer.</summary>
    public int LevelFoursToOpen { get; init; } = 2;

    /// <summary>Level-3 replies in a row that open a layer.</summary>
    public int LevelThreesToOpen { get; init; } = 3;

    /// <summary>Turns within which two misses open a rupture, and a repeated flat breach costs a level. 1 to 10.</summary>
    public int RecentTurns { get; init; } = 3;

    /// <summary>Misses within <see cref="RecentTurns"/> that open a rupture. 1 to 10.</summary>
    public int MissesToRupture { get; init; } = 2;

    /// <summary>Severity past which the client ends the talk. 1 to 3.</summary>
    public int MostSeverity { get; init; } = 3;

    /// <summary>Replies within which naming the shift counts as noticing. 1 to 10.</summary>
    public int RepliesToNotice { get; init; } = 2;

    /// <summary>Families of feeling that a reply may offer before it is a list. 1 to 10.</summary>
    public int MostFamilies { get; init; } = 2;

    /// <summary>How sure the assessor must be for a verdict to be told plainly, and for harm to be found without words that show it. 0 to 1.</summary>
    public double SureFrom { get; init; } = 0.6;

    /// <summary>Words beyond which pace and presence fall. 20 to 500.</summary>
    public int LongReply { get; init; } = 120;

    public double DeepenDistress { get; init; } = -8;

    public double AttunedDistress { get; init; } = -5;

    public double SettleDistress { get; init; } = -6;

    public double MissedDistress { get; init; } = 5;

    public double HarmfulDistress { get; init; } = 12;

    public double RuptureDistress { get; init; } = 8;

    public double RepairedDistress { get; init; } = -10;

    /// <summary>A gain as the client takes it: the more trust there is, the more a good reply adds.</summary>
    /// <param name="gain">Trust before damping, 0 or more.</param>
    /// <param name="trust">Trust before the turn, 0 to 100.</param>
    public double Damped(double gain, double trust) => gain * (GainFloor + (trust / GainDivisor));
}
