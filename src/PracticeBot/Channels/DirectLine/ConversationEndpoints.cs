namespace PracticeBot.Channels.DirectLine;

/// <summary>Begins conversations and takes them up again.</summary>
internal static class ConversationEndpoints
{
    public static void MapConversations(this RouteGroupBuilder directLine)
    {
        directLine.MapPost("/conversations", StartAsync);
        directLine.MapGet("/conversations/{id}", ResumeAsync);
    }

    private static async Task<IResult> StartAsync(
        HttpContext context, DirectLineAccess access, DirectLineInbox inbox, DirectLineTokens tokens, StreamAddress streams)
    {
        var found = await access.FindAsync(context);
        if (!found.Passed)
        {
            return DirectLineErrors.Result(found.Refusal);
        }

        var asked = await ConversationParameters.ReadAsync(context.Request);
        if (!asked.Passed)
        {
            return DirectLineErrors.Result(asked.Refusal);
        }

        var conversation = found.Value;
        if (DirectLineChannel.IsForeign(asked.Value.UserId, conversation.UserId))
        {
            return DirectLineErrors.Result(DirectLineChannel.ForeignUser);
        }

        var isNew = await inbox.StartAsync(conversation, asked.Value.Locale, SameOrigin.Of(context.Request), context.RequestAborted);
        return Results.Json(
            new
            {
                conversationId = conversation.Id,
                token = tokens.Issue(conversation.Id, conversation.UserId),
                expires_in = tokens.LifetimeInSeconds,
                streamUrl = streams.For(context.Request, conversation.Id, watermark: string.Empty),
            },
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ResumeAsync(
        HttpContext context, string id, string? watermark, DirectLineAccess access, DirectLineInbox inbox, DirectLineTokens tokens,
        StreamAddress streams)
    {
        var found = await access.FindAsync(context, id);
        if (!found.Passed)
        {
            return DirectLineErrors.Result(found.Refusal);
        }

        var conversation = found.Value;
        if (ActivitySet.Watermark(watermark) is null)
        {
            return DirectLineErrors.Result(ActivitySet.UnknownWatermark);
        }

        // A page that was handed a token and a conversation begins it by taking it up.
        await inbox.StartAsync(conversation, locale: null, SameOrigin.Of(context.Request), context.RequestAborted);
        return Results.Json(new
        {
            conversationId = conversation.Id,
            token = tokens.Issue(conversation.Id, conversation.UserId),
            expires_in = tokens.LifetimeInSeconds,
            streamUrl = streams.For(context.Request, conversation.Id, watermark ?? string.Empty),
        });
    }
}
