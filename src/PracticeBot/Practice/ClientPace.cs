namespace PracticeBot.Practice;

/// <summary>How long a client takes to say a line: longer lines and higher distress take more time.</summary>
public static class ClientPace
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(3);
    private const double SecondsPerCharacter = 0.011;
    private const double SecondsAtFullDistress = 0.9;

    /// <param name="distress">0 to 100.</param>
    public static TimeSpan For(string line, double distress)
    {
        ArgumentNullException.ThrowIfNull(line);
        var seconds = Least.TotalSeconds + (line.Length * SecondsPerCharacter) + (distress / 100 * SecondsAtFullDistress);
        return TimeSpan.FromSeconds(Math.Min(Most.TotalSeconds, seconds));
    }
}
