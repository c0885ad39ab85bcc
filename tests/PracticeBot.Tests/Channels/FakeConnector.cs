using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PracticeBot.Tests.Channels;

/// <summary>A channel's connector: takes what a bot sends, or does with it what the test says.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Call> _calls = new();

    private FakeConnector(Func<int, HttpContext, Task<bool>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Map("/{**path}", async (HttpContext context) =>
        {
            var body = HttpMethods.IsGet(context.Request.Method) ? new JsonObject() : await JsonNode.ParseAsync(context.Request.Body);
            var call = new Call(context.Request.Method, context.Request.Path.Value!, body!.AsObject(), context.Request.Headers.Authorization);
            _calls.Enqueue(call);
            if (!await answer(_calls.Count, context))
            {
                context.Response.StatusCode = StatusCodes.Status201Created;
                await context.Response.WriteAsJsonAsync(new { id = $"theirs-{_calls.Count}" });
            }
        });
    }

    public string Address => _app.Urls.First();

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <param name="answer">Given each call's number from 1; true where it has answered it.</param>
    public static async Task<FakeConnector> StartAsync(Func<int, HttpContext, Task<bool>>? answer = null)
    {
        var connector = new FakeConnector(answer ?? ((_, _) => Task.FromResult(false)));
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>Answers the first calls with these statuses, and takes the rest.</summary>
    public static Task<FakeConnector> StartAsync(params int[] statuses) => StartAsync((number, context) =>
    {
        if (number > statuses.Length)
        {
            return Task.FromResult(false);
        }

        context.Response.StatusCode = statuses[number - 1];
        return Task.FromResult(true);
    });

    /// <summary>Waits until so many calls have come.</summary>
    public async Task<IReadOnlyList<Call>> TakeAsync(int calls)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (_calls.Count < calls)
        {
            await Task.Delay(10, patience.Token);
        }

        return Calls;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal sealed record Call(string Method, string Path, JsonObject Activity, string? Authorization = null)
    {
        public string? Text => (string?)Activity["text"];
    }
}
