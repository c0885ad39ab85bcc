namespace PracticeBot.Models;

/// <summary>The <c>Model</c> section.</summary>
public sealed record ModelOptions
{
    /// <summary>From the reply to the client's last word.</summary>
    public string? Name { get; init; }

    public TimeSpan TimeBudget { get; init; } = TimeSpan.FromSeconds(12);

    public bool IsConfigured => Name is not null;
    public bool IsLocal => false;
    public string Host => "";
}
