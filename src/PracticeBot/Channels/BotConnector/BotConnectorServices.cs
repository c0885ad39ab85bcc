using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using PracticeBot.Channels.BotConnector.Authentication;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.BotConnector;

internal static class BotConnectorServices
{
    private const int MostKeyBytes = 1024 * 1024;
    private const int MostHeaderBytes = 128 * 1024;

    /// <summary>A channel gives up waiting after 15 seconds.</summary>
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(8);

    public static IServiceCollection AddBotConnector(this IServiceCollection services)
    {
        services.AddOptions<BotConnectorOptions>().Configure<IConfiguration>(BotConnectorOptions.Read).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotConnectorOptions>, BotConnectorOptionsCheck>();
        services.AddHttpClient(ConnectorClient.Name)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton(BotFrameworkCloud.Public);
        services.AddHttpClient(ChannelKeys.ClientName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (LongestFetch, MostKeyBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<ChannelKeys>();
        services.AddSingleton<ChannelTokenReader>();
        services.AddSingleton<ChannelGate>();
        // A token that is far too long is refused as such, and not as a request that can't be read.
        services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes);
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
