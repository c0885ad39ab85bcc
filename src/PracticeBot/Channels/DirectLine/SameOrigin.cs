namespace PracticeBot.Channels.DirectLine;

/// <summary>Whether a request comes from a page of this site.</summary>
internal static class SameOrigin
{
    /// <summary>This site, as the request names it: scheme, host and port.</summary>
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>
    /// Browsers say so themselves, but only where the connection is safe; else the page's origin tells. What names neither is no
    /// browser, and carries no cookie that it was not given.
    /// </summary>
    public static bool Is(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
        {
            return site == "same-origin";
        }

        return request.Headers.Origin is not [{ } origin]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
