using PracticeBot.Channels.DirectLine;

namespace PracticeBot.Channels.Conversations;

/// <summary>
/// The ways out of the bot. The channel's id does not tell them apart: Microsoft's own Direct Line calls itself the same as the
/// embedded one, but comes through the connector and names its service.
/// </summary>
internal static class ReplyRoutes
{
    public const string DirectLine = DirectLineChannel.Id;

    public const string Connector = "connector";

    public static string Of(Activity activity) => activity.ServiceUrl is null ? DirectLine : Connector;
}
