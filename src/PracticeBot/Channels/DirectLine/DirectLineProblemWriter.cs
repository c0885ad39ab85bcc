using Microsoft.AspNetCore.WebUtilities;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Gives errors that no endpoint thought of the shape that clients of Direct Line expect.</summary>
internal sealed class DirectLineProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        context.HttpContext.Request.Path.StartsWithSegments(DirectLineEndpoints.Base, StringComparison.OrdinalIgnoreCase);

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var code = status < StatusCodes.Status500InternalServerError ? "BadArgument" : "ServiceError";
        return new ValueTask(
            DirectLineErrors.WriteAsync(context.HttpContext, new Refusal(status, code, ReasonPhrases.GetReasonPhrase(status))));
    }
}
