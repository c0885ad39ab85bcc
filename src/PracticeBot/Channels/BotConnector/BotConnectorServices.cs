using Microsoft.Extensions.Options;
using PracticeBot.Channels.BotConnector.Authentication;
using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.BotConnector;

internal static class BotConnectorServices
{
    public static IServiceCollection AddBotConnector(this IServiceCollection services)
    {
        services.AddOptions<BotConnectorOptions>().Configure<IConfiguration>(BotConnectorOptions.Read).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotConnectorOptions>, BotConnectorOptionsCheck>();
        services.AddChannelAuthentication();
        services.AddSending();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<ConnectorInbox>();
        services.AddSingleton<IReplyChannel, ConnectorReplies>();
        return services;
    }

    /// <summary>Without an app id, in production, there is no such address: most hosts serve only their own page.</summary>
    public static void MapBotConnector(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<BotConnectorOptions>>().Value.AppId is not null)
        {
            app.MapChannelMessages();
        }
        else if (app.Environment.IsDevelopment())
        {
            app.MapLoopbackMessages();
        }
    }

    /// <summary>What does not go together stops the host.</summary>
    private sealed class BotConnectorOptionsCheck : IValidateOptions<BotConnectorOptions>
    {
        public ValidateOptionsResult Validate(string? name, BotConnectorOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
