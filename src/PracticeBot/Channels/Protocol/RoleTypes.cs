namespace PracticeBot.Channels;

/// <summary>Who an account stands for.</summary>
public static class RoleTypes
{
    public const string User = "user";
    public const string Bot = "bot";
}
