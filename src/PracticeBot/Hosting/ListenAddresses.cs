using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PracticeBot.Hosting;

/// <summary>Where the host listens: a default in code, so that whatever else sets an address wins.</summary>
internal static class ListenAddresses
{
    private const string Default = "http://localhost:3978";

    private static readonly string[] OtherKeys = ["http_ports", "https_ports"];

    public static readonly Setting<string> Setting = new("urls", Default, TryRead)
    {
        Default = Default,
        Range = "addresses that begin with http:// or https:// and have no path, parted by semicolons",
        Example = "http://localhost:3979",
        What = "Where the host listens. In the environment: `ASPNETCORE_URLS`.",
    };

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration.Text(Setting.Key) is null
            && OtherKeys.All(key => configuration.Text(key) is null)
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>What a start that failed says about the addresses; null where they were not the trouble.</summary>
    public static string? TroubleIn(Exception fault, WebApplication app)
    {
        var trouble = fault switch
        {
            IOException { InnerException: AddressInUseException } => "another program listens there already",
            SocketException or IOException { InnerException: SocketException } => "this machine does not let it listen there",
            _ => null,
        };
        var addresses = app.Configuration.Text(Setting.Key) ?? OtherKeys.Select(key => app.Configuration.Text(key)).FirstOrDefault(ports => ports is not null);
        return trouble is null ? null : $"asks for {addresses ?? Default}, but {trouble}";
    }

    private static bool TryRead(string text, out string value)
    {
        value = text;
        return text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(IsAddress);
    }

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme is "http" or "https"
                && address.PathBase.Length == 0
                && (address.IsUnixPipe || address.IsNamedPipe || address.Port is > 0 and <= 65535 || IsFreePortOfOneAddress(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // "localhost" is two addresses, which could get two ports.
    private static bool IsFreePortOfOneAddress(BindingAddress address) =>
        address.Port == 0 && !address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
