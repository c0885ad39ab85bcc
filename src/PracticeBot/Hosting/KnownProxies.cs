using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PracticeBot.Hosting;

/// <summary>
/// Behind a proxy, what the proxy says of the caller counts, and nobody else's word: the proxies are named one by one, or as networks.
/// </summary>
internal static class KnownProxies
{
    public static readonly ListSetting<System.Net.IPNetwork> Setting = new("ForwardedHeaders:KnownProxies", TryRead)
    {
        Default = string.Empty,
        Range = "an address or a network",
        Example = "10.0.0.0/8",
        What = "Whose word on the caller's address, scheme and host is believed.",
    };

    public static IServiceCollection AddKnownProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>(Read);
        return services;
    }

    public static void UseKnownProxies(this WebApplication app)
    {
        if (Setting.Of(app.Configuration).Count > 0)
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
        foreach (var network in Setting.Of(configuration))
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    /// <summary>One address is a network of one. A bare number would pass for an address; nobody means one.</summary>
    private static bool TryRead(string text, out System.Net.IPNetwork network)
    {
        if (System.Net.IPNetwork.TryParse(text, out network))
        {
            return true;
        }

        if (!text.AsSpan().ContainsAny('.', ':') || !IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        network = new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
