using PracticeBot.Hosting;

namespace PracticeBot.MyData;

/// <summary>The <c>Retention</c> section.</summary>
public sealed record RetentionOptions
{
    private const int MostDays = 3650;

    private static readonly Setting<int> DaysSetting = SettingValues.Number(
        "Retention:Days", 180, 1, MostDays, "days", "How long a talk is kept after its last word; then it is deleted with everything that hangs on it.");

    internal static readonly IReadOnlyList<Setting> Settings = [DaysSetting];

    public TimeSpan KeptFor { get; private set; }

    internal static void Read(RetentionOptions options, IConfiguration configuration) => options.KeptFor = TimeSpan.FromDays(DaysSetting.Of(configuration));
}
