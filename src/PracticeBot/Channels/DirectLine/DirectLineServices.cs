using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using PracticeBot.Channels.Conversations;

namespace PracticeBot.Channels.DirectLine;

internal static class DirectLineServices
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().Configure<IConfiguration>(DirectLineOptions.Read);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<DirectLineOptions>>((cors, directLine) => cors.AddPolicy(
            DirectLineEndpoints.TrustedPages,
            policy => policy
                .WithOrigins([.. directLine.Value.TrustedOrigins])
                .WithMethods("GET", "POST")
                .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")));

        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<StreamTokens>();
        services.AddSingleton<StreamAddress>();
        services.AddSingleton<DirectLineAccess>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineInbox>();
        services.AddSingleton<DirectLineSockets>();
        services.AddSingleton<LearnerCookie>();
        services.AddSingleton<IReplyChannel, DirectLineReplies>();
        // The first writer that can, writes.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, DirectLineProblemWriter>());
        return services;
    }
}
