using System.Diagnostics;

namespace PracticeBot.Benchmarks;

internal static class FirstReply
{
    public static async Task<IReadOnlyList<TimeSpan>> MeasureAsync(int runs)
    {
        var times = new List<TimeSpan>(runs);
        for (var run = 0; run < runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var program = await BuiltProgram.StartAsync();
            using var learner = await Learner.ConnectAsync(program.Address);
            await learner.SayAsync("start maya", answers: 2);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        return times;
    }
}
