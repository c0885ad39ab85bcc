using PracticeBot.Channels.BotConnector.Authentication;

namespace PracticeBot.Channels.BotConnector;

/// <summary>Where channels of the Bot Framework send activities.</summary>
internal static class MessagesEndpoint
{
    public const string Path = "/api/messages";

    /// <summary>For a host without an app id: whatever runs on the same machine may send.</summary>
    public static void MapLoopbackMessages(this IEndpointRouteBuilder routes) => routes.MapPost(Path, ReceiveFromThisMachineAsync);

    /// <summary>For a host with an app id: the channels of the Bot Framework may send.</summary>
    public static void MapChannelMessages(this IEndpointRouteBuilder routes) => routes.MapPost(Path, ReceiveFromChannelAsync);

    private static async Task<IResult> ReceiveFromThisMachineAsync(HttpContext context, ConnectorInbox inbox)
    {
        if (Loopback.Refuse(context.Request) is { } refusedCaller)
        {
            return Problem(refusedCaller);
        }

        var read = await RequestBody.ReadActivityAsync(context.Request);
        return (read.Refusal ?? Lacking(read.Value!) ?? NotOfThisMachine(read.Value!)) is { } refusal
            ? Problem(refusal)
            : await AcceptAsync(context, inbox, read.Value!);
    }

    private static async Task<IResult> ReceiveFromChannelAsync(HttpContext context, ConnectorInbox inbox, ChannelGate gate)
    {
        // Nobody's body is read who has not shown who they are.
        if (await gate.AdmitAsync(context.Request) is not { } channel)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized);
        }

        var read = await RequestBody.ReadActivityAsync(context.Request);
        if (read.Refusal is { } unreadable)
        {
            return Problem(unreadable);
        }

        if (!gate.Allows(channel, read.Value!))
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden);
        }

        return Lacking(read.Value!) is { } refusal ? Problem(refusal) : await AcceptAsync(context, inbox, read.Value!);
    }

    private static async Task<IResult> AcceptAsync(HttpContext context, ConnectorInbox inbox, Activity activity)
    {
        var answer = await inbox.AcceptAsync(activity, context.RequestAborted);
        return answer switch
        {
            { Body: { } body } => Results.Json(body, statusCode: answer.Status),
            { Status: < StatusCodes.Status400BadRequest } => Results.StatusCode(answer.Status),
            _ => Results.Problem(title: Reason(answer.Status), statusCode: answer.Status),
        };
    }

    /// <summary>What a channel is told that waits for the answer to an invoke.</summary>
    private static string? Reason(int status) => status switch
    {
        StatusCodes.Status501NotImplemented => "The bot has no answer to an invoke of this name.",
        StatusCodes.Status504GatewayTimeout => "The bot did not get to this invoke in time: what came before it is not done.",
        StatusCodes.Status500InternalServerError => "The bot failed to answer this invoke.",
        _ => null,
    };

    /// <summary>What an activity must name for a reply to find its way.</summary>
    private static Refusal? Lacking(Activity activity) => activity switch
    {
        { Conversation: null or { Id: null or "" } } => Bad("The activity has no 'conversation' with an 'id'."),
        { ChannelId: null or "" } => Bad("The activity has no 'channelId'."),
        { Type: ActivityTypes.Message, From: null or { Id: null or "" } } => Bad("The message has no 'from' with an 'id'."),
        _ => null,
    };

    private static Refusal? NotOfThisMachine(Activity activity) => Loopback.IsServiceUrl(activity.ServiceUrl)
        ? null
        : Bad("Without MicrosoftAppId 'serviceUrl' must be an http address of this machine.");

    private static Refusal Bad(string reason) => new(StatusCodes.Status400BadRequest, "BadArgument", reason);

    private static IResult Problem(Refusal refusal) => Results.Problem(title: refusal.Reason, statusCode: refusal.Status);
}
