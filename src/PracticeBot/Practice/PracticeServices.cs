using PracticeBot.Channels;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Reading;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

internal static class PracticeServices
{
    /// <summary>The practice itself: the turn, its rules' readers, and the bot that channels talk to.</summary>
    public static IServiceCollection AddPractice(this IServiceCollection services)
    {
        services.AddOptions<PracticeOptions>().BindConfiguration(PracticeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SafetyOptions>().BindConfiguration(SafetyOptions.Section);
        services.AddLocalization();
        return services
            .AddSingleton<EmbeddedAssessor>()
            .AddSingleton<ScriptedClient>()
            .AddSingleton<TurnPipeline>()
            .AddSingleton<PersonaVersions>()
            .AddSingleton<PracticeSessions>()
            .AddSingleton<PracticeMessages>()
            .AddSingleton<PracticeCards>()
            .AddScoped<ActivityHandler, PracticeBotHandler>();
    }
}
