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
    /// <returns>Its id on the channel; null where the channel did not take it.</returns>
    Task<string?> ShowAsync(Activity passing, CancellationToken cancellationToken);

    /// <summary>How a message to whoever wrote this may grow; null where it can't.</summary>
    StreamRules? StreamingFor(Activity activity);

    /// <summary>Blanks what the channel itself keeps of an activity's words, in the turn's own transaction.</summary>
    Task ForgetAsync(PracticeDb db, Activity activity, string activityId);
}
