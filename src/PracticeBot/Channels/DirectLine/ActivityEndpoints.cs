using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>What clients say, and what they ask for where they don't listen on a stream.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this RouteGroupBuilder directLine)
    {
        directLine.MapPost("/conversations/{id}/activities", PostAsync);
        directLine.MapPost("/conversations/{id}/upload", UploadAsync);
        directLine.MapGet("/conversations/{id}/activities", PollAsync);
    }

    private static async Task<IResult> PostAsync(HttpContext context, string id, DirectLineAccess access, DirectLineInbox inbox)
    {
        var conversation = await access.FindAsync(context, id);
        if (!conversation.Passed)
        {
            return DirectLineErrors.Result(conversation.Refusal);
        }

        return await AcceptAsync(
            await RequestBody.ReadActivityAsync(context.Request), conversation.Value, inbox, context);
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, string id, string? userId, DirectLineAccess access, DirectLineInbox inbox)
    {
        var conversation = await access.FindAsync(context, id);
        if (!conversation.Passed)
        {
            return DirectLineErrors.Result(conversation.Refusal);
        }

        if (DirectLineChannel.IsForeign(userId, conversation.Value.UserId))
        {
            return DirectLineErrors.Result(DirectLineChannel.ForeignUser);
        }

        return await AcceptAsync(await Upload.ReadAsync(context.Request), conversation.Value, inbox, context);
    }

    private static async Task<IResult> AcceptAsync(
        Checked<Activity> activity, DirectLineConversation conversation, DirectLineInbox inbox, HttpContext context)
    {
        if (!activity.Passed)
        {
            return DirectLineErrors.Result(activity.Refusal);
        }

        if (DirectLineChannel.IsForeign(activity.Value.From?.Id, conversation.UserId))
        {
            return DirectLineErrors.Result(DirectLineChannel.ForeignUser);
        }

        var id = await inbox.AcceptAsync(activity.Value, conversation, SameOrigin.Of(context.Request), context.RequestAborted);
        return id.Passed ? Results.Json(new { id = id.Value }) : DirectLineErrors.Result(id.Refusal);
    }

    private static async Task<IResult> PollAsync(
        HttpContext context, string id, string? watermark, DirectLineAccess access, PracticeStore store)
    {
        var conversation = await access.FindAsync(context, id);
        if (!conversation.Passed)
        {
            return DirectLineErrors.Result(conversation.Refusal);
        }

        if (ActivitySet.Watermark(watermark) is not { } named)
        {
            return DirectLineErrors.Result(ActivitySet.UnknownWatermark);
        }

        await using var db = await store.OpenAsync(context.RequestAborted);
        var seen = await DirectLineLog.WithinAsync(db, id, named, context.RequestAborted);
        var rows = await DirectLineLog.ReadAsync(db, id, seen, context.RequestAborted);
        return Results.Bytes(ActivitySet.Of(rows, seen), "application/json; charset=utf-8");
    }
}
