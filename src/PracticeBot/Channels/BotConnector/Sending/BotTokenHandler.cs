using System.Net;
using System.Net.Http.Headers;

namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>Shows the bot's token to the connector; where that one is not taken, a fresh one, once.</summary>
internal sealed class BotTokenHandler(ConnectorTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await tokens.GetAsync(cancellationToken) is not { } token)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        request.Headers.Authorization = Bearer(token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        tokens.Drop(token);
        request.Headers.Authorization = Bearer(await tokens.GetAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    private static AuthenticationHeaderValue Bearer(string? token) => new("Bearer", token);
}
