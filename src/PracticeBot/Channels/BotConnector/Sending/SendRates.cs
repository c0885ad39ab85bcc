namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>Lets sends out one after another in each conversation, as fast as its channel takes them.</summary>
internal sealed class SendRates(TimeProvider time)
{
    private const string Teams = "msteams";

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlidingRate> _tenants = new(StringComparer.Ordinal);
    private DateTimeOffset _swept = time.GetUtcNow();

    /// <summary>Conversations that are remembered.</summary>
    public int Conversations
    {
        get
        {
            lock (_lock)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>Returns when the activity may be sent.</summary>
    public async Task EnterAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ChannelId != Teams)
        {
            return;
        }

        var line = Join(ConversationKey.Of(activity));
        try
        {
            await line.Turn.WaitAsync(cancellationToken);
            try
            {
                while (Wait(line, activity) is { Ticks: > 0 } wait)
                {
                    await Task.Delay(InWholeMilliseconds(wait), time, cancellationToken);
                }
            }
            finally
            {
                line.Turn.Release();
            }
        }
        finally
        {
            Leave(line);
        }
    }

    /// <returns>False where the activity would have to wait.</returns>
    public bool TryEnter(Activity activity)
    {
        if (activity.ChannelId != Teams)
        {
            return true;
        }

        var line = Join(ConversationKey.Of(activity));
        try
        {
            lock (_lock)
            {
                return line.Users == 1 && Wait(line, activity) == TimeSpan.Zero;
            }
        }
        finally
        {
            Leave(line);
        }
    }

    /// <summary>Counts the send where it need not wait: another conversation of the tenant may have been faster.</summary>
    private TimeSpan Wait(Line line, Activity activity)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var tenant = TenantOf(activity);
            var wait = TimeSpan.FromTicks(Math.Max(line.Rate.WaitAt(now).Ticks, tenant.WaitAt(now).Ticks));
            if (wait == TimeSpan.Zero)
            {
                line.Rate.Sent(now);
                tenant.Sent(now);
            }

            return wait;
        }
    }

    private SlidingRate TenantOf(Activity activity)
    {
        var id = activity.Conversation!.TenantId ?? string.Empty;
        if (!_tenants.TryGetValue(id, out var tenant))
        {
            _tenants[id] = tenant = new SlidingRate(TeamsRates.OfATenant);
        }

        return tenant;
    }

    private Line Join(string conversation)
    {
        lock (_lock)
        {
            Sweep();
            if (!_lines.TryGetValue(conversation, out var line))
            {
                _lines[conversation] = line = new Line();
            }

            line.Users++;
            return line;
        }
    }

    private void Leave(Line line)
    {
        lock (_lock)
        {
            line.Users--;
        }
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        if (now - _swept < SweepEvery)
        {
            return;
        }

        _swept = now;
        foreach (var (conversation, _) in _lines.Where(line => line.Value.Users == 0 && line.Value.Rate.IsIdle(now)).ToList())
        {
            _lines.Remove(conversation);
        }

        foreach (var (tenant, _) in _tenants.Where(tenant => tenant.Value.IsIdle(now)).ToList())
        {
            _tenants.Remove(tenant);
        }
    }

    /// <summary>A timer that rings within the last millisecond would ring again and again.</summary>
    private static TimeSpan InWholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private sealed class Line
    {
        /// <summary>Lets in by order of arrival.</summary>
        public SemaphoreSlim Turn { get; } = new(1);

        public SlidingRate Rate { get; } = new(TeamsRates.OfAThread);

        /// <summary>Those who wait or are let in.</summary>
        public int Users { get; set; }
    }
}
