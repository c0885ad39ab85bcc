namespace PracticeBot.Commands;

/// <summary>What a command tells the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>It did its work and found faults.</summary>
    public const int Findings = 1;

    public const int BadUsage = 2;
}
