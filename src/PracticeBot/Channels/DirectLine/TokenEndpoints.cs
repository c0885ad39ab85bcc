using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Tokens for trusted servers, and fresh ones for clients that have one.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this RouteGroupBuilder directLine)
    {
        directLine.MapPost("/tokens/generate", GenerateAsync);
        directLine.MapPost("/tokens/refresh", RefreshAsync);
    }

    private static async Task<IResult> GenerateAsync(
        HttpContext context, IOptions<DirectLineOptions> options, DirectLineConversations conversations, DirectLineTokens tokens)
    {
        if (!IsTrusted(DirectLineAccess.Bearer(context.Request), options.Value.Secrets))
        {
            return DirectLineErrors.Result(DirectLineAccess.Unauthorized with { Reason = "A secret is needed: Authorization: Bearer SECRET." });
        }

        var asked = await ConversationParameters.ReadAsync(context.Request);
        if (!asked.Passed)
        {
            return DirectLineErrors.Result(asked.Refusal);
        }

        if (asked.Value.UserId is { } userId && !userId.StartsWith(DirectLineChannel.UserPrefix, StringComparison.Ordinal))
        {
            return DirectLineErrors.Result(
                new Refusal(StatusCodes.Status400BadRequest, "BadArgument", "A user id begins with 'dl_'."));
        }

        var conversation = await conversations.AddForUserAsync(asked.Value.UserId, context.RequestAborted);
        return tokens.Answer(conversation);
    }

    private static async Task<IResult> RefreshAsync(HttpContext context, DirectLineAccess access, DirectLineTokens tokens)
    {
        var conversation = await access.FindAsync(context);
        return conversation.Passed ? tokens.Answer(conversation.Value) : DirectLineErrors.Result(conversation.Refusal);
    }

    private static bool IsTrusted(string? shown, IReadOnlyList<string> secrets) => shown is not null && secrets.Any(secret =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(shown))));
}
