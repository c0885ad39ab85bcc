using PracticeBot.Channels;

namespace PracticeBot.Storage;

/// <summary>How a channel knows a learner.</summary>
public static class LearnerKey
{
    /// <summary>A pseudonym for someone on the web of whom nothing is known.</summary>
    public static string NewOnTheWeb() => $"web:{Ids.New()}";

    /// <summary>A user whom a trusted server vouches for.</summary>
    public static string OfUser(string userId) => $"user:{userId}";

    /// <summary>In Teams a person is (tenant, directory object), elsewhere (channel, account).</summary>
    public static string Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity is { ChannelId: "msteams", From.AadObjectId: { Length: > 0 } person }
            ? $"msteams:{activity.Conversation?.TenantId}:{person}"
            : $"{activity.ChannelId}:{activity.From?.Id}";
    }
}
