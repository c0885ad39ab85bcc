namespace PracticeBot.Channels.Conversations;

/// <summary>Finds the way out.</summary>
internal sealed class ReplyChannels(IEnumerable<IReplyChannel> channels)
{
    private readonly Dictionary<string, IReplyChannel> _channels = channels.ToDictionary(channel => channel.Route, StringComparer.Ordinal);

    public IReplyChannel For(string route) => _channels[route];

    public IReplyChannel For(Activity activity) => For(ReplyRoutes.Of(activity));
}
