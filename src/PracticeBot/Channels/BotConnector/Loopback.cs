using System.Net;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Tells apart what comes from this machine itself and what only looks like it.</summary>
internal static class Loopback
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Null where the request comes from this machine, straight, and by its name.</summary>
    public static Refusal? Refuse(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            return Refused("Without MicrosoftAppId only this machine may send activities.");
        }

        // A page elsewhere can point a name of its own at this machine.
        if (!Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return Refused("Without MicrosoftAppId the host is to be called localhost, 127.0.0.1 or [::1].");
        }

        return request.Headers.Keys.Any(IsOfAProxy)
            ? Refused("Without MicrosoftAppId nothing that was forwarded is taken.")
            : null;
    }

    public static bool IsServiceUrl(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && Names.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);

    // Middleware that trusts a proxy takes its headers away and leaves their originals under another name.
    private static bool IsOfAProxy(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase);

    private static Refusal Refused(string reason) => new(StatusCodes.Status403Forbidden, "LoopbackOnly", reason);
}
