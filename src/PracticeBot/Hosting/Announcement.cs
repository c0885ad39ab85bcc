using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PracticeBot.Storage;

namespace PracticeBot.Hosting;

/// <summary>Tells whoever started the host where to go. A line for people, so not a log.</summary>
internal static class Announcement
{
    public static void AnnounceOnStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses.Select(Openable))
        {
            Console.Out.WriteLine(HostingTexts.Open(address));
        }

        foreach (var key in KnownSettings.SetInVain(app.Configuration))
        {
            Log.SetInVain(app.Logger, key);
        }

        Console.Out.WriteLine(HostingTexts.Data(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Place));
    });

    /// <summary>A host that listens everywhere is opened here.</summary>
    private static string Openable(string address) => address
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal);
}
