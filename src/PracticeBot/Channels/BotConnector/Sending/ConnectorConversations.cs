using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>Asks the connector for conversations and their members. Somebody waits for the answer, so it is tried again at once.</summary>
internal sealed class ConnectorConversations
{
    private const int Retries = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestOfAll = TimeSpan.FromSeconds(10);

    private readonly ConnectorHttp _http;
    private readonly ResiliencePipeline<(SendResult Result, JsonElement? Answer)> _pipeline;

    public ConnectorConversations(ConnectorHttp http, TimeProvider time)
    {
        _http = http;
        _pipeline = new ResiliencePipelineBuilder<(SendResult Result, JsonElement? Answer)> { TimeProvider = time }
            .AddTimeout(LongestOfAll)
            .AddRetry(new RetryStrategyOptions<(SendResult Result, JsonElement? Answer)>
            {
                MaxRetryAttempts = Retries,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = call => ValueTask.FromResult(
                    call.Outcome.Result.Result is SendResult.TryLater later && !(later.After >= LongestOfAll)),
                DelayGenerator = call => ValueTask.FromResult((call.Outcome.Result.Result as SendResult.TryLater)?.After),
            })
            .Build();
    }

    /// <summary>A conversation of the bot with one person alone. Asked for again it is the same one.</summary>
    /// <param name="memberId">As the channel names them to this bot.</param>
    /// <returns>How it went, and the conversation; its service address where the channel gave another one.</returns>
    public async Task<(SendResult Result, ConversationResource? Conversation)> CreateAsync(
        string serviceUrl, ChannelAccount bot, string memberId, string tenantId, CancellationToken cancellationToken)
    {
        var wanted = new JsonObject
        {
            ["bot"] = new JsonObject { ["id"] = bot.Id, ["name"] = bot.Name },
            ["members"] = new JsonArray(new JsonObject { ["id"] = memberId }),
            ["tenantId"] = tenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId } },
            ["isGroup"] = false,
        };
        var (result, answer) = await SendAsync(
            HttpMethod.Post, ConnectorAddress.Conversations(serviceUrl), JsonSerializer.SerializeToUtf8Bytes(wanted), cancellationToken);
        return result is not SendResult.Sent ? (result, null)
            : ConnectorAnswer.Text(answer, "id") is { } id ? (result, new ConversationResource(id, ConnectorAnswer.Text(answer, "serviceUrl") ?? serviceUrl))
            : (new SendResult.Refused("the answer names no conversation"), null);
    }

    /// <returns>How it went, and the member; null with <see cref="SendResult.Sent"/> where the conversation has no such member.</returns>
    public async Task<(SendResult Result, ChannelAccount? Member)> GetMemberAsync(
        string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken)
    {
        var (result, answer) = await SendAsync(
            HttpMethod.Get, ConnectorAddress.Member(serviceUrl, conversationId, memberId), json: null, cancellationToken);
        return result switch
        {
            _ when result.IsMemberUnknown() => (new SendResult.Sent(), null),
            SendResult.Sent when ConnectorAnswer.Text(answer, "id") is { } id => (result, new ChannelAccount
            {
                Id = id,
                Name = ConnectorAnswer.Text(answer, "name"),
                AadObjectId = ConnectorAnswer.Text(answer, "aadObjectId") ?? ConnectorAnswer.Text(answer, "objectId"),
            }),
            SendResult.Sent => (new SendResult.Refused("the answer names no member"), null),
            _ => (result, null),
        };
    }

    private async Task<(SendResult Result, JsonElement? Answer)> SendAsync(
        HttpMethod method, Uri address, byte[]? json, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async stopped => await _http.SendAsync(method, address, json, stopped), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return (new SendResult.TryLater("no answer in time", After: null), null);
        }
    }
}
