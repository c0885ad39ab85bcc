using Azure.Core.Pipeline;

namespace PracticeBot.Channels.BotConnector.Sending;

internal static class SendingServices
{
    /// <summary>How the bot proves itself to the connector, and how fast it sends.</summary>
    public static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton<HttpPipelineTransport>(HttpClientTransport.Shared);
        services.AddSingleton<BotCredential>();
        services.AddSingleton<ConnectorTokens>();
        services.AddHostedService<CredentialCheck>();
        services.AddTransient<BotTokenHandler>();
        services.AddHttpClient(ConnectorHttp.Client)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .AddHttpMessageHandler<BotTokenHandler>()
            .RemoveAllLoggers();
        services.AddSingleton<ConnectorHttp>();
        services.AddSingleton<SendRates>();
        services.AddSingleton<ConnectorConversations>();
    }
}
