namespace PracticeBot.Pages;

/// <summary>What every answer carries: nothing from elsewhere is loaded, run, framed or told where one came from.</summary>
internal static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: what answers a fault clears the headers first.
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (headers.ContentSecurityPolicy.Count == 0)
                {
                    headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
                }

                return Task.CompletedTask;
            },
            context.Response);
        return next(context);
    });

    /// <summary>
    /// A page of ours: our own scripts and styles. Web Chat writes style elements, which carry the nonce; the one style attribute that
    /// it writes into markup stays refused, and is not missed.
    /// </summary>
    public static void AllowPage(HttpContext context, string nonce) => context.Response.Headers.ContentSecurityPolicy =
        $"default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'nonce-{nonce}'; object-src 'none'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
}
