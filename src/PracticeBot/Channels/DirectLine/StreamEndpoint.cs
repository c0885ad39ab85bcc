using System.Net.WebSockets;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>The stream: a web socket on which everything behind a watermark comes, and then whatever happens.</summary>
internal static class StreamEndpoint
{
    public static void MapStream(this RouteGroupBuilder directLine) => directLine.MapGet("/conversations/{id}/stream", OpenAsync);

    private static async Task<IResult> OpenAsync(
        HttpContext context, string id, string? watermark, string? t, StreamTokens tokens, StreamAddress address, DirectLineAccess access,
        DirectLineSockets sockets, PracticeStore store, IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineErrors.Result(new Refusal(StatusCodes.Status400BadRequest, "BadArgument", "A web socket opens here."));
        }

        if (!address.IsWelcome(context.Request))
        {
            return DirectLineErrors.Result(new Refusal(
                StatusCodes.Status403Forbidden, "UntrustedOrigin", "Pages of this web site may not talk here (DirectLine:TrustedOrigins)."));
        }

        if (ActivitySet.Watermark(watermark) is not { } named)
        {
            return DirectLineErrors.Result(ActivitySet.UnknownWatermark);
        }

        switch (tokens.Redeem(t))
        {
            case DirectLineToken.Valid token when token.ConversationId == id:
                break;
            case DirectLineToken.Valid:
                return DirectLineErrors.Result(DirectLineAccess.NoConversation);
            case DirectLineToken.Expired:
                return DirectLineErrors.Result(DirectLineAccess.Expired);
            default:
                return DirectLineErrors.Result(DirectLineAccess.Unauthorized);
        }

        if (await access.FindAsync(id, context.RequestAborted) is null)
        {
            return DirectLineErrors.Result(DirectLineAccess.NoConversation);
        }

        // Before the client hears that it is connected: what is said from then on comes behind this.
        var seen = await PlaceAsync(store, id, named, context.RequestAborted);
        // Compressing what an attacker can shape beside a secret gives the secret away: no frame holds one.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { DangerousEnableCompression = true });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var client = new DirectLineSocket(id, seen, store);
        sockets.Add(id, client);
        try
        {
            await client.RunAsync(socket, ended.Token);
        }
        finally
        {
            sockets.Remove(id, client);
        }

        if (socket.State == WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, ended.Token);
        }

        return Results.Empty;
    }

    private static async Task<long> PlaceAsync(PracticeStore store, string id, long watermark, CancellationToken cancellationToken)
    {
        await using var db = await store.OpenAsync(cancellationToken);
        return await DirectLineLog.WithinAsync(db, id, watermark, cancellationToken);
    }
}
