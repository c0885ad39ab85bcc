using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

public sealed class DurabilityTests
{
    [Fact]
    public async Task A_host_killed_in_mid_turn_answers_exactly_once_after_it_is_back()
    {
        await using var host = await Host.StartAsync(pacing: "natural");
        var line = await Line.OpenAsync(host);
        await line.AnswersAsync(await line.SayAsync("start maya"), 2);

        // Accepted, and the client is still "typing": nothing of the answer has gone out.
        var reply = await line.SayAsync("It sounds like you're carrying a heavy sense of letting people down.");
        await host.KillAsync();
        await host.StartAgainAsync();

        await line.AnswersAsync(reply, 2);
        // The next answer comes after anything that the last one might have left behind.
        await line.AnswersAsync(await line.SayAsync("What is that like for you?"), 2);
        (await line.AnswersAsync(reply, 2)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task A_host_killed_at_any_moment_neither_loses_nor_repeats(int milliseconds)
    {
        await using var host = await Host.StartAsync();
        var line = await Line.OpenAsync(host);
        await line.AnswersAsync(await line.SayAsync("start maya"), 2);

        var reply = await line.SayAsync("So it is never enough, whatever you do.");
        await Task.Delay(milliseconds);
        await host.KillAsync();
        await host.StartAgainAsync();

        await line.AnswersAsync(reply, 2);
        await line.AnswersAsync(await line.SayAsync("[nods slowly]"), 2);
        (await line.AnswersAsync(reply, 2)).Count.ShouldBe(2);
    }
}
