using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>One call of a connector, and what it comes to.</summary>
internal sealed class ConnectorHttp(IHttpClientFactory clients, TimeProvider time)
{
    public const string Client = "connector";

    private const int MostAnswerBytes = 64 * 1024;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <returns>How it went, and the answer where it is one in JSON.</returns>
    public async Task<(SendResult Result, JsonElement? Answer)> SendAsync(
        HttpMethod method, Uri address, byte[]? json, CancellationToken cancellationToken)
    {
        // Neither the bot's token nor what it says may be read on the way.
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            return (new SendResult.Refused("the service is not reached by https"), null);
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ended.CancelAfter(LongestAnswer);
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(method, address);
        request.Content = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = Json } };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ended.Token);
            var answer = await AnswerAsync(response, ended.Token);
            return (Result(response, answer), answer);
        }
        catch (NoTokenException fault)
        {
            return (new SendResult.TryLater(fault.Message, After: null), null);
        }
        catch (HttpRequestException fault)
        {
            return (new SendResult.TryLater($"connection: {fault.HttpRequestError}", After: null), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new SendResult.TryLater("no answer in time", After: null), null);
        }
    }

    private SendResult Result(HttpResponseMessage response, JsonElement? answer)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => new SendResult.Sent(),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
                new SendResult.TryLater($"status {status}", After(response.Headers.RetryAfter)),
            _ when ConnectorErrors.Code(answer) is { } code => new SendResult.Refused($"status {status} {code}", status, code),
            _ => new SendResult.Refused($"status {status}", status),
        };
    }

    private TimeSpan? After(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - time.GetUtcNow();

    /// <summary>The call is accepted or not, whatever becomes of this.</summary>
    private static async Task<JsonElement?> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MostAnswerBytes, cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return answer.RootElement.Clone();
        }
        catch (Exception fault) when (fault is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
