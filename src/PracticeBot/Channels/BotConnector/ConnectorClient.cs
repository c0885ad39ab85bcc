using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Speaks to the connector at an activity's own service address.</summary>
internal sealed class ConnectorClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "connector";

    private const int MostAnswerBytes = 64 * 1024;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <returns>How it went, and the id that the channel gave the activity, if it said so.</returns>
    public Task<(SendResult Result, string? Id)> PostAsync(Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, Address(activity, activity.ReplyToId), activity with { Id = null }, cancellationToken);

    public Task<(SendResult Result, string? Id)> PutAsync(Activity activity, string id, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, Address(activity, id), activity with { Id = id }, cancellationToken);

    /// <summary>Opens the personal chat with someone who is in this conversation, or finds the one that there is.</summary>
    /// <returns>Null where the channel lets the bot write to them no further: it is not installed for them.</returns>
    public async Task<ConversationAccount?> CreatePersonalAsync(Activity activity, ChannelAccount member, CancellationToken cancellationToken)
    {
        var tenant = activity.Conversation?.TenantId;
        var wanted = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = activity.Recipient?.Id, ["name"] = activity.Recipient?.Name },
            ["members"] = new JsonArray(new JsonObject { ["id"] = member.Id }),
            ["tenantId"] = tenant,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
        var address = new Uri($"{activity.ServiceUrl!.TrimEnd('/')}/v3/conversations");
        var (result, id) = await SendAsync(HttpMethod.Post, address, Encoding.UTF8.GetBytes(wanted.ToJsonString()), cancellationToken);
        return result is SendResult.Sent && id is not null
            ? new ConversationAccount { Id = id, ConversationType = "personal", TenantId = tenant }
            : null;
    }

    private Task<(SendResult Result, string? Id)> SendAsync(HttpMethod method, Uri address, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(method, address, ActivityJson.WriteUtf8(activity), cancellationToken);

    private async Task<(SendResult Result, string? Id)> SendAsync(
        HttpMethod method, Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ended.CancelAfter(LongestAnswer);
        using var client = clients.CreateClient(Name);
        using var request = new HttpRequestMessage(method, address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
        };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ended.Token);
            return response.IsSuccessStatusCode
                ? (new SendResult.Sent(), await IdAsync(response, ended.Token))
                : (Result(response), null);
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

    private SendResult Result(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
            new SendResult.TryLater($"status {(int)response.StatusCode}", After(response.Headers.RetryAfter)),
        _ => new SendResult.Refused($"status {(int)response.StatusCode}", (int)response.StatusCode),
    };

    private TimeSpan? After(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - time.GetUtcNow();

    private static Uri Address(Activity activity, string? activityId)
    {
        var conversation = $"{activity.ServiceUrl!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities";
        return new Uri(activityId is null ? conversation : $"{conversation}/{Uri.EscapeDataString(activityId)}");
    }

    /// <summary>The activity is accepted, whatever becomes of this: the id only serves to update it later.</summary>
    private static async Task<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MostAnswerBytes, cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("id", out var id)
                ? id.GetString()
                : null;
        }
        catch (Exception fault) when (fault is
            JsonException or InvalidOperationException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
