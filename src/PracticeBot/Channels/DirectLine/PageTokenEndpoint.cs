using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Gives the practice page a token, for the learner whom its cookie names.</summary>
internal static class PageTokenEndpoint
{
    public static void MapPageToken(this IEndpointRouteBuilder routes) => routes.MapPost("/api/directline/token", IssueAsync);

    private static async Task<IResult> IssueAsync(
        HttpContext context, string? conversationId, LearnerCookie cookie, DirectLineConversations conversations, DirectLineAccess access,
        DirectLineTokens tokens)
    {
        if (!SameOrigin.Is(context.Request))
        {
            return Results.Problem(
                title: "Only this site's own pages get tokens here.", statusCode: StatusCodes.Status403Forbidden);
        }

        context.Response.Headers.CacheControl = "no-store";
        if (string.IsNullOrEmpty(conversationId))
        {
            var learner = await cookie.FindOrMakeAsync(context);
            return await conversations.AddAsync(learner, context.RequestAborted) is { } begun ? tokens.Answer(begun) : NoConversation();
        }

        return Identifiers.IsGood(conversationId)
            && await cookie.FindAsync(context) is { } known
            && await access.FindAsync(conversationId, context.RequestAborted) is { } conversation
            && conversation.LearnerId == known
                ? tokens.Answer(conversation)
                : NoConversation();
    }

    private static IResult NoConversation() => Results.Problem(title: "There is no such conversation.", statusCode: StatusCodes.Status404NotFound);
}
