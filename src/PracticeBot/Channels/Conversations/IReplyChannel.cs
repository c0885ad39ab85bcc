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

    /// <summary>Blanks what the channel itself keeps of an activity's words, in the turn's own transaction.</summary>
    Task ForgetAsync(PracticeDb db, Activity activity, string activityId);
}
