namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>Where the connector's calls are, below a service address.</summary>
internal static class ConnectorAddress
{
    public static Uri Conversations(string serviceUrl) => new($"{serviceUrl.TrimEnd('/')}/v3/conversations");

    public static Uri Activities(string serviceUrl, string conversationId) => new($"{Conversation(serviceUrl, conversationId)}/activities");

    public static Uri Activity(string serviceUrl, string conversationId, string activityId) =>
        new($"{Conversation(serviceUrl, conversationId)}/activities/{Uri.EscapeDataString(activityId)}");

    public static Uri Member(string serviceUrl, string conversationId, string memberId) =>
        new($"{Conversation(serviceUrl, conversationId)}/members/{Uri.EscapeDataString(memberId)}");

    // Not as a Uri: its text is unescaped.
    private static string Conversation(string serviceUrl, string conversationId) =>
        $"{serviceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversationId)}";
}
