using System.Globalization;

namespace PracticeBot.Benchmarks;

internal static class Report
{
    public static void Print(string what, IReadOnlyList<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: median {At(0.5):0.00} ms, p90 {At(0.9):0.00} ms, p99 {At(0.99):0.00} ms, worst {sorted[^1]:0.00} ms ({sorted.Count} times)"));

        double At(double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
    }
}
