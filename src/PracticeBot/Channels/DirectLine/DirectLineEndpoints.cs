namespace PracticeBot.Channels.DirectLine;

internal static class DirectLineEndpoints
{
    public const string Base = "/v3/directline";

    internal const string TrustedPages = "DirectLine";

    /// <summary>The embedded Direct Line, and the token that this host's own page gets for it.</summary>
    public static void MapDirectLine(this WebApplication app)
    {
        app.UseCors();
        app.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30),
        });

        var directLine = app.MapGroup(Base).RequireCors(TrustedPages).AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        directLine.MapTokens();
        directLine.MapConversations();
        directLine.MapActivities();
        directLine.MapStream();
        app.MapPageToken();
    }
}
