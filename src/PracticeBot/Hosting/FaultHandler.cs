using Microsoft.AspNetCore.Diagnostics;

namespace PracticeBot.Hosting;

/// <summary>Answers a request that threw, and logs it without the texts that the framework would put there.</summary>
internal sealed class FaultHandler(IProblemDetailsService problems, ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request itself was at fault: the framework gives the status, and there is nothing to mend here.
        var status = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.RequestFailed(logger, httpContext.GetEndpoint()?.DisplayName ?? httpContext.Request.Method, Faults.WithoutText(exception));
        }

        httpContext.Response.StatusCode = status;
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
        return true;
    }
}
