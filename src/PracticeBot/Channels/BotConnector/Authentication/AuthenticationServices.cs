using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PracticeBot.Channels.BotConnector.Authentication;

internal static class AuthenticationServices
{
    private const int MostKeyBytes = 1024 * 1024;
    private const int MostHeaderBytes = 128 * 1024;

    /// <summary>A channel gives up waiting after 15 seconds.</summary>
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(8);

    /// <summary>How channels are told from everybody else.</summary>
    public static void AddChannelAuthentication(this IServiceCollection services)
    {
        services.AddSingleton(BotFrameworkCloud.Public);
        services.AddHttpClient(ChannelKeys.ClientName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (LongestFetch, MostKeyBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton<ChannelKeys>();
        services.AddSingleton<ChannelTokenReader>();
        services.AddSingleton<ChannelGate>();
        // A token that is far too long is refused as such, and not as a request that can't be read.
        services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes);
    }
}
