using PracticeBot.Hosting;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Who this bot is to the channels of the Bot Framework.</summary>
public sealed record BotConnectorOptions
{
    /// <summary>Null on a host that only serves its own page.</summary>
    public string? AppId { get; private set; }

    internal static void Read(BotConnectorOptions options, IConfiguration configuration)
    {
        const string key = "MicrosoftAppId";
        options.AppId = configuration.Text(key);
        if (options.AppId is not null && !Guid.TryParse(options.AppId, out _))
        {
            throw Setting.Fault(key, "must be the id of an app registration", "00000000-0000-0000-0000-000000000000");
        }
    }
}
