using FsCheck;
using FsCheck.Fluent;
using PracticeBot.Channels.BotConnector.Sending;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Sending;

/// <summary>What holds whenever somebody sends as soon as they may.</summary>
public sealed class SlidingRateTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_window_ever_holds_more_than_its_limit() => ForEverySender((limits, sends) =>
    {
        foreach (var limit in limits)
        {
            foreach (var (first, index) in sends.Select((send, index) => (send.At, index)))
            {
                sends.Skip(index).Count(send => send.At < first + limit.Window).ShouldBeLessThanOrEqualTo(limit.Most);
            }
        }
    });

    [Fact]
    public void Nobody_waits_needlessly() => ForEverySender((limits, sends) =>
    {
        for (var i = 0; i < sends.Count; i++)
        {
            if (sends[i].Waited > TimeSpan.Zero)
            {
                var sooner = sends[i].At - TimeSpan.FromTicks(1);
                limits.Any(limit => sends.Take(i).Count(send => send.At > sooner - limit.Window) >= limit.Most).ShouldBeTrue();
            }
        }
    });

    [Fact]
    public void What_Teams_takes_of_a_thread_in_an_hour_may_be_sent_in_an_hour()
    {
        var rate = new SlidingRate(TeamsRates.OfAThread);
        var now = Start;
        for (var i = 0; i < 1800; i++)
        {
            now += rate.WaitAt(now);
            rate.Sent(now);
        }

        (now - Start).ShouldBeLessThan(TimeSpan.FromMinutes(20));
        rate.WaitAt(now).ShouldBeGreaterThan(TimeSpan.FromMinutes(40));
        rate.IsIdle(now + TimeSpan.FromMinutes(59)).ShouldBeFalse();
        rate.IsIdle(now + TimeSpan.FromMinutes(61)).ShouldBeTrue();
    }

    private static void ForEverySender(Action<IReadOnlyList<RateLimit>, IReadOnlyList<(DateTimeOffset At, TimeSpan Waited)>> holds)
    {
        var limit =
            from most in Gen.Choose(1, 9)
            from window in Gen.Choose(1, 5000)
            select new RateLimit(most, TimeSpan.FromMilliseconds(window));
        var limits = Gen.OneOf(
            Gen.Constant(TeamsRates.OfAThread),
            Gen.NonEmptyListOf(limit).Select(some => (IReadOnlyList<RateLimit>)[.. some]));
        var pauses = Gen.ListOf(Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 50), Gen.Choose(0, 4000)), 120);
        var senders = from some in limits from pause in pauses select (some, pause.ToList());
        Prop.ForAll(senders.ToArbitrary(), sender => holds(sender.some, Sends(sender.some, sender.Item2))).Check(Runs);
    }

    private static List<(DateTimeOffset At, TimeSpan Waited)> Sends(IReadOnlyList<RateLimit> limits, IEnumerable<int> pauses)
    {
        var rate = new SlidingRate(limits);
        var sends = new List<(DateTimeOffset, TimeSpan)>();
        var now = Start;
        foreach (var pause in pauses)
        {
            now += TimeSpan.FromMilliseconds(pause);
            var wait = rate.WaitAt(now);
            now += wait;
            rate.Sent(now);
            sends.Add((now, wait));
        }

        return sends;
    }
}
