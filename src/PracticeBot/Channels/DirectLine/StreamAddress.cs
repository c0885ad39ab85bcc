using Microsoft.Extensions.Options;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Where a client opens its stream, and from which web sites it may.</summary>
internal sealed class StreamAddress(StreamTokens tokens, IOptions<DirectLineOptions> options)
{
    public string For(HttpRequest request, string conversationId, string watermark)
    {
        var site = options.Value.PublicUrl ?? new Uri($"{request.Scheme}://{request.Host}");
        var scheme = site.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
        return $"{scheme}://{site.Authority}{DirectLineEndpoints.Base}/conversations/{conversationId}/stream" +
            $"?watermark={Uri.EscapeDataString(watermark)}&t={Uri.EscapeDataString(tokens.Issue(conversationId))}";
    }

    /// <summary>Browsers put no fence of their own around sockets. A client that is no browser names no origin.</summary>
    public bool IsWelcome(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || options.Value.TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var site)
                && (site.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
                    || site.Authority.Equals(options.Value.PublicUrl?.Authority, StringComparison.OrdinalIgnoreCase)));
    }
}
