namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>Remembers when was sent, and tells when may be sent again.</summary>
internal sealed class SlidingRate(IReadOnlyList<RateLimit> limits)
{
    private readonly TimeSpan _longest = limits.Max(limit => limit.Window);
    private readonly List<DateTimeOffset> _sent = [];

    /// <summary>How long to wait until a send keeps every limit; zero where it does now.</summary>
    public TimeSpan WaitAt(DateTimeOffset now) => limits.Max(limit => Wait(limit, now));

    public void Sent(DateTimeOffset at)
    {
        _sent.RemoveRange(0, _sent.TakeWhile(sent => sent + _longest <= at).Count());
        _sent.Add(at);
    }

    /// <summary>It remembers nothing that matters any more.</summary>
    public bool IsIdle(DateTimeOffset now) => _sent.Count == 0 || _sent[^1] + _longest <= now;

    private TimeSpan Wait(RateLimit limit, DateTimeOffset now) =>
        _sent.Count >= limit.Most && _sent[^limit.Most] + limit.Window - now is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;
}
