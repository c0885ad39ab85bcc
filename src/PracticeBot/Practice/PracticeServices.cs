using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Models;
using PracticeBot.Practice.Groups;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

internal static class PracticeServices
{
    /// <summary>The practice itself: the turn, its rules' readers, and the bot that channels talk to.</summary>
    public static IServiceCollection AddPractice(this IServiceCollection services)
    {
        services.AddOptions<PracticeOptions>().Configure<IConfiguration>(PracticeOptions.Read).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PracticeOptions>, DefaultPersonaCheck>();
        services.AddOptions<SafetyOptions>().Configure<IConfiguration>(SafetyOptions.Read);
        services.AddLocalization();
        return services
            .AddSingleton(_ => new EncoderSource(EncoderFolder.Path))
            .AddSingleton<JudgeSource>()
            .AddHostedService<EncoderLoading>()
            .AddSingleton<EmbeddedAssessor>()
            .AddSingleton<ScriptedClient>()
            .AddJudgingAndSpeaking()
            .AddSingleton<PersonaVersions>()
            .AddSingleton<PracticeSessions>()
            .AddSingleton<PracticeMessages>()
            .AddSingleton<PracticeCards>()
            .AddSingleton<GuidedFeedback>()
            .AddSingleton<ClientLines>()
            .AddSingleton<TalkTurns>()
            .AddSingleton<TalkBeginnings>()
            .AddSingleton<Arrivals>()
            .AddSingleton<PracticeHelp>()
            .AddSingleton<PracticeLinks>()
            .AddSingleton<ProgressReader>()
            .AddSingleton<ProgressWords>()
            .AddSingleton<ProgressCard>()
            .AddGroups()
            .AddScoped<ActivityHandler, PracticeBotHandler>();
    }
}
