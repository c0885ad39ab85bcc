using System.Collections.Frozen;
using System.Reflection;
using PracticeBot.Core.Personas;

namespace PracticeBot.Content.Format;

/// <summary>Within what a persona may set each number of the rubric.</summary>
public static class RubricRanges
{
    private static readonly (double Least, double Most) Gain = (0, 20);
    private static readonly (double Least, double Most) Loss = (-20, 0);
    private static readonly (double Least, double Most) Distress = (-50, 50);

    private static readonly FrozenDictionary<string, (double Least, double Most)> Ranges =
        new Dictionary<string, (double Least, double Most)>(StringComparer.Ordinal)
        {
            [nameof(Rubric.HighTrust)] = (0, 100),
            [nameof(Rubric.LowTrust)] = (0, 100),
            [nameof(Rubric.HighDistress)] = (0, 100),
            [nameof(Rubric.MostTrustATurn)] = (1, 100),
            [nameof(Rubric.GainFloor)] = (0, 1),
            [nameof(Rubric.GainDivisor)] = (1, 1000),
            [nameof(Rubric.LevelFiveTrust)] = Gain,
            [nameof(Rubric.LevelFourTrust)] = Gain,
            [nameof(Rubric.CheckedLevelThreeTrust)] = Gain,
            [nameof(Rubric.LevelThreeTrust)] = Gain,
            [nameof(Rubric.SettleTrust)] = Gain,
            [nameof(Rubric.FacilitativeTrust)] = Gain,
            [nameof(Rubric.TentativeMissTrust)] = Gain,
            [nameof(Rubric.HarmfulTrust)] = Loss,
            [nameof(Rubric.CostlyTrust)] = Loss,
            [nameof(Rubric.SecondTentativeMissTrust)] = Loss,
            [nameof(Rubric.WarmMissTrust)] = Loss,
            [nameof(Rubric.PlainMissTrust)] = Loss,
            [nameof(Rubric.FlatMissTrust)] = Loss,
            [nameof(Rubric.QuestioningTrust)] = Loss,
            [nameof(Rubric.QuestionsRunning)] = (2, 10),
            [nameof(Rubric.RepairBonus)] = Gain,
            [nameof(Rubric.NearIntensity)] = (0, 4),
            [nameof(Rubric.FarIntensity)] = (1, 4),
            [nameof(Rubric.AttunedMean)] = (1, 4),
            [nameof(Rubric.AccurateLevel)] = (1, 5),
            [nameof(Rubric.LevelFivesToOpen)] = (1, 10),
            [nameof(Rubric.LevelFoursToOpen)] = (1, 10),
            [nameof(Rubric.LevelThreesToOpen)] = (1, 10),
            [nameof(Rubric.RecentTurns)] = (1, 10),
            [nameof(Rubric.MissesToRupture)] = (1, 10),
            [nameof(Rubric.MostSeverity)] = (1, 3),
            [nameof(Rubric.RepliesToNotice)] = (1, 10),
            [nameof(Rubric.MostFamilies)] = (1, 10),
            [nameof(Rubric.SureFrom)] = (0, 1),
            [nameof(Rubric.LongReply)] = (20, 500),
            [nameof(Rubric.DeepenDistress)] = Distress,
            [nameof(Rubric.AttunedDistress)] = Distress,
            [nameof(Rubric.SettleDistress)] = Distress,
            [nameof(Rubric.MissedDistress)] = Distress,
            [nameof(Rubric.HarmfulDistress)] = Distress,
            [nameof(Rubric.RuptureDistress)] = Distress,
            [nameof(Rubric.RepairedDistress)] = Distress,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The rubric's numbers by the key that a persona file uses.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Numbers { get; } = typeof(Rubric)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .OrderBy(property => property.MetadataToken)
        .ToDictionary(property => FileWords.Key(property.Name), StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The rubric has a number without a range here.</exception>
    public static (double Least, double Most) Of(PropertyInfo number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Ranges[number.Name];
    }

    /// <summary>The rubric with a persona's own numbers.</summary>
    public static Rubric With(RubricPart? own)
    {
        var rubric = Rubric.Default with { };
        foreach (var (key, value) in own?.Numbers ?? new Dictionary<string, double>(StringComparer.Ordinal))
        {
            var number = Numbers[key];
            number.SetValue(rubric, number.PropertyType == typeof(int) ? (int)value : value);
        }

        return rubric;
    }
}
