using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Speaks to the connector at an activity's own service address, no faster than the channel listens.</summary>
internal sealed class ConnectorClient(ConnectorHttp http, SendRates rates)
{
    private const string StreamInfo = "streaminfo";

    /// <returns>How it went, and the id that the channel gave the activity, if it said so.</returns>
    public Task<(SendResult Result, string? Id)> PostAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (service, conversation) = (activity.ServiceUrl!, activity.Conversation!.Id!);
        var address = activity.ReplyToId is { } repliedTo
            ? ConnectorAddress.Activity(service, conversation, repliedTo)
            : ConnectorAddress.Activities(service, conversation);
        return SendAsync(HttpMethod.Post, address, activity with { Id = null }, cancellationToken);
    }

    public Task<(SendResult Result, string? Id)> PutAsync(Activity activity, string id, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Put,
            ConnectorAddress.Activity(activity.ServiceUrl!, activity.Conversation!.Id!, id),
            activity with { Id = id },
            cancellationToken);

    private async Task<(SendResult Result, string? Id)> SendAsync(
        HttpMethod method, Uri address, Activity activity, CancellationToken cancellationToken)
    {
        if (!IsTyping(activity))
        {
            await rates.EnterAsync(activity, cancellationToken);
        }
        else if (!rates.TryEnter(activity))
        {
            // By the time it came, what it announces would be there.
            return (new SendResult.TryLater("typing would have to wait", After: null), null);
        }

        var (result, answer) = await http.SendAsync(method, address, ActivityJson.WriteUtf8(activity), cancellationToken);
        return (result, result is SendResult.Sent ? ConnectorAnswer.Text(answer, "id") : null);
    }

    /// <summary>The chunks of a message that grows are of the same type, and none of them may be left out.</summary>
    private static bool IsTyping(Activity activity) =>
        activity.Type == ActivityTypes.Typing && activity.Entities?.Any(entity => entity.Type == StreamInfo) != true;
}
