using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Who asks, and whether the conversation is theirs.</summary>
internal sealed class DirectLineAccess(DirectLineTokens tokens, PracticeStore store)
{
    public static readonly Refusal Unauthorized =
        new(StatusCodes.Status401Unauthorized, "Unauthorized", "A valid token is needed: Authorization: Bearer TOKEN.");

    public static readonly Refusal Expired = new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    /// <summary>Someone else's, erased, never there: the same answer to all three.</summary>
    public static readonly Refusal NoConversation =
        new(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation.");

    /// <summary>Which conversation a request may use.</summary>
    /// <param name="conversationId">The one that its address names, if any.</param>
    public async Task<Checked<DirectLineConversation>> FindAsync(HttpContext context, string? conversationId = null)
    {
        switch (tokens.Read(Bearer(context.Request)))
        {
            case DirectLineToken.Valid token when conversationId is null || token.ConversationId == conversationId:
                return await FindAsync(token.ConversationId, context.RequestAborted) is { } conversation ? conversation : NoConversation;
            case DirectLineToken.Valid:
                return NoConversation;
            case DirectLineToken.Expired:
                return Expired;
            default:
                return Unauthorized;
        }
    }

    public async Task<DirectLineConversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await store.OpenAsync(cancellationToken);
        return await db.DirectLineConversations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == conversationId, cancellationToken);
    }

    /// <summary>Exactly two parts, the scheme and the token.</summary>
    public static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.Split(' ') is [var scheme, { Length: > 0 } token]
        && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? token
            : null;
}
