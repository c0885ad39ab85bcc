using System.Collections.Concurrent;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PracticeBot.Tests.Channels.Sending;

/// <summary>The part of Azure that gives bots their tokens; each one is new, and lives for an hour unless the test says otherwise.</summary>
internal sealed class FakeAzure : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Request> _requests = new();
    private volatile TaskCompletionSource _open = Opened();

    private FakeAzure()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Map("/{**path}", AnswerAsync);
    }

    public IReadOnlyList<Request> Requests => [.. _requests];

    public TimeSpan Life { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Null where tokens are given.</summary>
    public (int Status, string Error, string Description)? Fault { get; set; }

    /// <summary>How a host reaches it under Azure's own addresses.</summary>
    public HttpPipelineTransport Transport => new HttpClientTransport(new Rerouting(new Uri(_app.Urls.First())));

    public static async Task<FakeAzure> StartAsync()
    {
        var azure = new FakeAzure();
        await azure._app.StartAsync();
        return azure;
    }

    /// <summary>Answers nobody until it is opened again.</summary>
    public void Close() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.TrySetResult();

    public async Task TakeAsync(int requests)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (_requests.Count < requests)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Open();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var fields = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
        var request = new Request(
            context.Request.Headers["X-Asked-Host"]!,
            context.Request.Path,
            (fields ?? Enumerable.Empty<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>())
                .Concat(context.Request.Query)
                .ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        _requests.Enqueue(request);
        var number = _requests.Count;
        await _open.Task;
        if (Fault is { } fault)
        {
            context.Response.StatusCode = fault.Status;
            await context.Response.WriteAsJsonAsync(new { error = fault.Error, error_description = fault.Description });
            return;
        }

        var seconds = (long)Life.TotalSeconds;
        await context.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["access_token"] = $"token-{number}",
            ["token_type"] = "Bearer",
            // The endpoint of managed identities writes numbers as texts.
            ["expires_in"] = fields is null ? $"{seconds}" : seconds,
            ["expires_on"] = $"{(TimeProvider.System.GetUtcNow() + Life).ToUnixTimeSeconds()}",
        });
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    internal sealed record Request(string Host, string Path, IReadOnlyDictionary<string, string> Fields);

    private sealed class Rerouting : DelegatingHandler
    {
        private readonly Uri _to;

        public Rerouting(Uri to)
            : base(new SocketsHttpHandler()) => _to = to;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Asked-Host", request.RequestUri!.Host);
            request.RequestUri = new Uri(_to, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
