using System.Diagnostics.Metrics;

namespace PracticeBot.Channels.Conversations;

/// <summary>Counts what channels send and the bot has no use for. The type is not said: whoever sends it chooses it.</summary>
internal sealed class IgnoredActivities
{
    private readonly Counter<long> _counter;

    public IgnoredActivities(IMeterFactory meters) => _counter = meters.Create("PracticeBot.Channels")
        .CreateCounter<long>("practicebot.activities.ignored", "{activity}", "Activities of a type that the bot has no use for.");

    public void Count(string channelId) => _counter.Add(1, new KeyValuePair<string, object?>("channel", channelId));
}
