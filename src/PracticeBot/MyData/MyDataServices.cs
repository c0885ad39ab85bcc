namespace PracticeBot.MyData;

internal static class MyDataServices
{
    /// <summary>What a learner may do with what is kept of them, and how long it is kept.</summary>
    public static IServiceCollection AddMyData(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().Configure<IConfiguration>(RetentionOptions.Read).ValidateOnStart();
        services.AddSingleton<RetentionJob>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionJob>());
        return services.AddSingleton<Erasure>().AddSingleton<DataCommands>().AddSingleton<LinkCodes>();
    }
}
