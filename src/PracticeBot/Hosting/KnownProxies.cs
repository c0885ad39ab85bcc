using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PracticeBot.Hosting;

/// <summary>
/// Behind a proxy, what the proxy says of the caller counts, and nobody else's word: the proxies are named one by one, or as networks.
/// </summary>
internal static class KnownProxies
{
    private const string Key = "ForwardedHeaders:KnownProxies";

    public static IServiceCollection AddKnownProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>(Read).ValidateOnStart();
        return services;
    }

    public static void UseKnownProxies(this WebApplication app)
    {
        if (app.Configuration.List(Key).Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }

    private static void Read(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders =
            ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // This machine itself is known unasked.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in configuration.List(Key))
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw Setting.Fault(Key, "holds something that is neither an address nor a network", "10.0.0.0/8");
            }
        }
    }
}
