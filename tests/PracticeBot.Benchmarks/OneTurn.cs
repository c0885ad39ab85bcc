using System.Diagnostics;

namespace PracticeBot.Benchmarks;

internal static class OneTurn
{
    private static readonly string[] Replies =
    [
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.",
        "What is that like for you?",
        "[nods slowly]",
        "So there's some shame in it, as if you're never enough?",
        "You must be exhausted from trying so hard and still feeling it's not good enough.",
    ];

    public static async Task<IReadOnlyList<TimeSpan>> MeasureAsync(int warmUp, int turns)
    {
        await using var program = await BuiltProgram.StartAsync();
        var times = new List<TimeSpan>(turns);
        for (var turn = 0; times.Count < turns;)
        {
            using var learner = await Learner.ConnectAsync(program.Address);
            await learner.SayAsync("start maya", answers: 2);
            await learner.SayAsync("feedback off", answers: 1);
            for (var reply = 0; reply < 15 && times.Count < turns; reply++, turn++)
            {
                var began = Stopwatch.GetTimestamp();
                await learner.SayAsync(Replies[reply % Replies.Length], answers: 1);
                if (turn >= warmUp)
                {
                    times.Add(Stopwatch.GetElapsedTime(began));
                }
            }
        }

        return times;
    }
}
