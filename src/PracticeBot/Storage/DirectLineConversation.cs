namespace PracticeBot.Storage;

/// <summary>A conversation of the embedded Direct Line.</summary>
public sealed class DirectLineConversation
{
    public required string Id { get; init; }

    /// <summary>The one user id that its tokens speak for; begins with <c>dl_</c>.</summary>
    public required string UserId { get; init; }

    public required string LearnerId { get; set; }

    /// <summary>The site under which its client reached this host last; links in the chat lead there.</summary>
    public string? Origin { get; set; }

    public long CreatedAt { get; init; }
}
