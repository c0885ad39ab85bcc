namespace PracticeBot.Channels.Conversations;

internal static class ConversationServices
{
    /// <summary>What moves conversations on, whatever channel they are on.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<ReplyChannels>()
        .AddSingleton<InvokeAnswers>()
        .AddSingleton<IgnoredActivities>()
        .AddSingleton<RunningTurns>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<OutboxSender>()
        .AddSingleton<ConversationWorker>()
        .AddHostedService(provider => provider.GetRequiredService<ConversationWorker>());
}
