namespace PracticeBot.Practice;

/// <summary>Why a talk ended, as stored.</summary>
internal static class EndReasons
{
    public const string Learner = "learner";
    public const string ClientLeft = "client-left";
    /// <summary>The last attempt of a drill was made.</summary>
    public const string DrillDone = "drill";
    public const string AnotherBegan = "another-began";
    public const string Safety = "safety";
}
