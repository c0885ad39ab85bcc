using Microsoft.Net.Http.Headers;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Errors in the shape that Direct Line gives them.</summary>
internal static class DirectLineErrors
{
    public static IResult Result(Refusal refusal) => new Refused(refusal);

    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        }

        return context.Response.WriteAsJsonAsync(new { error = new { code = refusal.Code, message = refusal.Reason } });
    }

    private sealed class Refused(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, refusal);
    }
}
