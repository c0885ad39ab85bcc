namespace PracticeBot.Channels.Conversations;

/// <summary>Finds the way out for a channel: the embedded Direct Line, or the connector for all others.</summary>
internal sealed class ReplyChannels(IEnumerable<IReplyChannel> channels)
{
    private readonly IReplyChannel[] _channels = [.. channels];

    public IReplyChannel For(string channelId) => _channels.First(channel => channel.Serves(channelId));
}
