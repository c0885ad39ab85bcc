using PracticeBot.Storage;

namespace PracticeBot.Channels.Conversations;

/// <summary>A way out of the bot.</summary>
internal interface IReplyChannel
{
    /// <summary>Its name (<see cref="ReplyRoutes"/>).</summary>
    string Route { get; }

    /// <summary>Sends a stored row and, where that went well, marks it as sent.</summary>
    Task<SendResult> SendAsync(OutboxRow row, CancellationToken cancellationToken);

    /// <summary>Shows something that is not kept. Nobody may be looking, and that is no fault.</summary>
    Task ShowAsync(Activity passing, CancellationToken cancellationToken);
}
