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
        var (conversation, refusal) = await access.FindAsync(context, id);
        if (conversation is null)
        {
            return DirectLineErrors.Result(refusal!);
        }

        (var activity, refusal) = await RequestBody.ReadActivityAsync(context.Request);
        return activity is null
            ? DirectLineErrors.Result(refusal!)
            : await AcceptAsync(activity, conversation, inbox, context.RequestAborted);
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, string id, string? userId, DirectLineAccess access, DirectLineInbox inbox)
    {
        var (conversation, refusal) = await access.FindAsync(context, id);
        if (conversation is null)
        {
            return DirectLineErrors.Result(refusal!);
        }

        if (DirectLineChannel.IsForeign(userId, conversation.UserId))
        {
            return DirectLineErrors.Result(DirectLineChannel.ForeignUser);
        }

        (var activity, refusal) = await Upload.ReadAsync(context.Request);
        return activity is null
            ? DirectLineErrors.Result(refusal!)
            : await AcceptAsync(activity, conversation, inbox, context.RequestAborted);
    }

    private static async Task<IResult> AcceptAsync(
        Activity activity, Storage.DirectLineConversation conversation, DirectLineInbox inbox, CancellationToken cancellationToken)
    {
        if (DirectLineChannel.IsForeign(activity.From?.Id, conversation.UserId))
        {
            return DirectLineErrors.Result(DirectLineChannel.ForeignUser);
        }

        var (activityId, refusal) = await inbox.AcceptAsync(activity, conversation, cancellationToken);
        return activityId is null ? DirectLineErrors.Result(refusal!) : Results.Json(new { id = activityId });
    }

    private static async Task<IResult> PollAsync(
        HttpContext context, string id, string? watermark, DirectLineAccess access, Storage.PracticeStore store)
    {
        var (conversation, refusal) = await access.FindAsync(context, id);
        if (conversation is null)
        {
            return DirectLineErrors.Result(refusal!);
        }

        if (ActivitySet.Watermark(watermark) is not { } seen)
        {
            return DirectLineErrors.Result(ActivitySet.UnknownWatermark);
        }

        await using var db = await store.OpenAsync(context.RequestAborted);
        var rows = await DirectLineLog.ReadAsync(db, id, seen, context.RequestAborted);
        return Results.Bytes(ActivitySet.Of(rows, seen), "application/json; charset=utf-8");
    }
}
