using Microsoft.Extensions.AI;
using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Models.Assessing;
using PracticeBot.Models.Coaching;
using PracticeBot.Models.Speaking;
using PracticeBot.Turns;

namespace PracticeBot.Models;

/// <summary>Who judges and who speaks: a model where one is configured, else the embedded parts.</summary>
internal static class ModelParts
{
    public static IServiceCollection AddJudgingAndSpeaking(this IServiceCollection services) => services
        .AddSingleton<ModelMeter>()
        .AddSingleton<LineGuard>()
        .AddSingleton<ModelCoach>()
        .AddSingleton<IAssessor>(parts => HasModel(parts)
            ? ActivatorUtilities.CreateInstance<ModelAssessor>(parts)
            : ActivatorUtilities.CreateInstance<EmbeddedJudging>(parts))
        .AddSingleton<IClientVoice>(parts => HasModel(parts)
            ? ActivatorUtilities.CreateInstance<ModelVoice>(parts)
            : ActivatorUtilities.CreateInstance<ScriptedVoice>(parts))
        .AddSingleton<TurnPipeline>();

    private static bool HasModel(IServiceProvider parts) => parts.GetService<IChatClient>() is not null;
}
