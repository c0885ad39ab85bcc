using Microsoft.Extensions.Options;

namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>Tells at the start that the bot will hear channels and not be heard.</summary>
internal sealed class CredentialCheck(IOptions<BotConnectorOptions> options, ILogger<CredentialCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is { AppId: not null, CanSpeak: false })
        {
            Log.NothingToProve(logger);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
