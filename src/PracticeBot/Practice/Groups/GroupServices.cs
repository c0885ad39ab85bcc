namespace PracticeBot.Practice.Groups;

internal static class GroupServices
{
    /// <summary>Talks that several share.</summary>
    public static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddSingleton<GroupMessages>()
        .AddSingleton<PersonalChats>()
        .AddSingleton<PrivateAnswers>()
        .AddSingleton<GroupFeedback>()
        .AddSingleton<GroupTalk>()
        .AddHostedService<FishbowlClock>();
}
