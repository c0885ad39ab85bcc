using System.Diagnostics.Metrics;

namespace PracticeBot.Channels.BotConnector.Authentication;

/// <summary>Lets the channels of the Bot Framework in and nobody else; whoever is refused learns nothing of why.</summary>
internal sealed class ChannelGate
{
    private readonly ChannelTokenReader _tokens;
    private readonly ILogger<ChannelGate> _logger;
    private readonly Counter<long> _refused;

    public ChannelGate(ChannelTokenReader tokens, IMeterFactory meters, ILogger<ChannelGate> logger)
    {
        (_tokens, _logger) = (tokens, logger);
        _refused = meters.Create("PracticeBot.Channels")
            .CreateCounter<long>("practicebot.channel.refused", "{request}", "Requests that were not taken for a channel's.");
    }

    /// <summary>Who sent the request; to be asked before its body is read.</summary>
    /// <returns>Null where it is refused.</returns>
    public async Task<ChannelToken?> AdmitAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization is [var single] ? single : null;
        var (token, refusal) = await _tokens.ReadAsync(header, request.HttpContext.RequestAborted);
        if (refusal is { } reason)
        {
            Note(reason);
        }

        return token;
    }

    /// <summary>Whether they may send this activity.</summary>
    public bool Allows(ChannelToken token, Activity activity)
    {
        if (token.Refuses(activity) is not { } reason)
        {
            return true;
        }

        Note(reason);
        return false;
    }

    private void Note(ChannelRefusal reason)
    {
        Log.ChannelRefused(_logger, reason);
        _refused.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
    }
}
