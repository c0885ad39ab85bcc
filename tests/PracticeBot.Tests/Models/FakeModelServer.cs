using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PracticeBot.Tests.Models;

/// <summary>
/// A server that speaks OpenAI's wire format (chat completions, streamed or not) under its own path and under Azure's, and answers as a
/// test scripts it. There is no model behind it: it shows what becomes of answers, not how good they are.
/// </summary>
internal sealed class FakeModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ModelRequest> _requests = new();
    private readonly ConcurrentDictionary<string, int> _attempts = new();
    private readonly List<string> _prompts = [];
    private readonly ConcurrentQueue<CountedTokens> _counted = new();
    private int _running;
    private int _mostAtOnce;

    private FakeModelServer(WebApplication app)
    {
        _app = app;
        foreach (var path in new[] { "/v1/chat/completions", "/openai/v1/chat/completions" })
        {
            _app.MapPost(path, AnswerAsync);
        }
    }

    /// <summary>What the server answers.</summary>
    public Func<ModelRequest, FakeAnswer> Script { get; set; } = _ => FakeAnswer.Says("Mm.");

    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    /// <summary>What the answers that were given whole said of tokens, in order.</summary>
    public IReadOnlyList<CountedTokens> Counted => [.. _counted];

    /// <summary>Calls that were open at the same time.</summary>
    public int MostAtOnce => _mostAtOnce;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The host's settings by which it asks this server.</summary>
    public string[] Settings => ["--Model:Provider=openai", $"--Model:Endpoint={Address}/v1", "--Model:Name=fake"];

    public string[] AzureSettings => ["--Model:Provider=azure-openai", $"--Model:Endpoint={Address}", "--Model:Name=deployed", "--Model:ApiKey=azure-key"];

    public static async Task<FakeModelServer> StartAsync(Func<ModelRequest, FakeAnswer>? script = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeModelServer(builder.Build());
        server.Script = script ?? server.Script;
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var schema = (string?)body["response_format"]?["json_schema"]?["name"];
        var request = new ModelRequest(context.Request.Path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body)
        {
            Attempt = _attempts.AddOrUpdate(schema ?? string.Empty, 1, (_, count) => count + 1),
        };
        _requests.Enqueue(request);
        InterlockedMost(Interlocked.Increment(ref _running));
        try
        {
            await WriteAsync(context, request, Script(request));
        }
        catch (OperationCanceledException)
        {
            // The caller went.
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task WriteAsync(HttpContext context, ModelRequest request, FakeAnswer answer)
    {
        if (answer.Status != StatusCodes.Status200OK)
        {
            context.Response.StatusCode = answer.Status;
            if (answer.RetryAfter is { } after)
            {
                context.Response.Headers.RetryAfter = after.ToString(CultureInfo.InvariantCulture);
            }

            await context.Response.WriteAsJsonAsync(new { error = new { message = "The server's own words: " + request.Said, type = "fake", code = "fake" } });
            return;
        }

        await Task.Delay(answer.FirstToken, context.RequestAborted);
        if (request.IsStreamed)
        {
            await StreamAsync(context, request, answer);
        }
        else
        {
            await context.Response.WriteAsJsonAsync(new JsonObject
            {
                ["id"] = "fake", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "fake-1",
                ["choices"] = new JsonArray(new JsonObject
                {
                    ["index"] = 0, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = answer.Text }, ["finish_reason"] = answer.Finish,
                }),
                ["usage"] = Usage(request, answer),
            });
        }
    }

    private async Task StreamAsync(HttpContext context, ModelRequest request, FakeAnswer answer)
    {
        context.Response.ContentType = "text/event-stream";
        await SendAsync(Chunk(new JsonObject { ["role"] = "assistant", ["content"] = string.Empty }, null).ToJsonString());
        var sent = 0;
        foreach (var token in answer.Tokens())
        {
            if (sent == answer.DropsAfter)
            {
                context.Abort();
                return;
            }

            if (sent == answer.StallsAfter)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            if (answer.TokensPerSecond > 0 && sent > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1.0 / answer.TokensPerSecond), context.RequestAborted);
            }

            await SendAsync(answer.IsMalformed ? "{\"id\": oops" : Chunk(new JsonObject { ["content"] = token }, null).ToJsonString());
            sent++;
        }

        if (answer.EndsWithoutFinish)
        {
            return;
        }

        await SendAsync(Chunk([], answer.Finish).ToJsonString());
        if ((bool?)request.Body["stream_options"]?["include_usage"] == true)
        {
            var usage = Chunk([], null);
            usage["choices"] = new JsonArray();
            usage["usage"] = Usage(request, answer);
            await SendAsync(usage.ToJsonString());
        }

        await SendAsync("[DONE]");

        async Task SendAsync(string data)
        {
            await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static JsonObject Chunk(JsonObject delta, string? finish) => new()
    {
        ["id"] = "fake", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "fake-1",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    };

    /// <summary>As providers count: about four characters a token, and what stood at the beginning of an earlier prompt need not be read again.</summary>
    private JsonObject Usage(ModelRequest request, FakeAnswer answer)
    {
        const int CharactersAToken = 4, LeastKept = 1024, Step = 128;
        var prompt = request.Prompt;
        int common;
        lock (_prompts)
        {
            common = _prompts.Select(earlier => earlier.AsSpan().CommonPrefixLength(prompt)).DefaultIfEmpty().Max() / CharactersAToken;
            _prompts.Add(prompt);
        }

        var tokens = new CountedTokens(request.Schema, prompt.Length / CharactersAToken, common < LeastKept ? 0 : common / Step * Step, answer.Text.Length / CharactersAToken);
        _counted.Enqueue(tokens);
        return new JsonObject
        {
            ["prompt_tokens"] = tokens.Prompt,
            ["completion_tokens"] = tokens.Answer,
            ["total_tokens"] = tokens.Prompt + tokens.Answer,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = tokens.Cached },
        };
    }

    private void InterlockedMost(int running)
    {
        int most;
        while ((most = _mostAtOnce) < running && Interlocked.CompareExchange(ref _mostAtOnce, running, most) != most)
        {
        }
    }
}

/// <param name="Cached">Of the prompt's, those that an earlier prompt began with.</param>
internal sealed record CountedTokens(string? Schema, int Prompt, int Cached, int Answer);

/// <param name="Body">As it came.</param>
internal sealed record ModelRequest(string Path, IReadOnlyDictionary<string, string> Headers, JsonObject Body)
{
    /// <summary>Its number among those that ask for the same schema, from 1.</summary>
    public int Attempt { get; init; }

    public bool IsStreamed => (bool?)Body["stream"] == true;

    /// <summary>Name of the JSON schema that the answer is to follow; null where none is asked for.</summary>
    public string? Schema => (string?)Body["response_format"]?["json_schema"]?["name"];

    public bool IsForAssessor => Schema == "assessment";

    public IReadOnlyList<(string Role, string Text)> Messages =>
        [.. Body["messages"]!.AsArray().Select(message => ((string)message!["role"]!, TextOf(message["content"])))];

    /// <summary>All that the model reads.</summary>
    public string Prompt => string.Join('\n', Messages.Select(message => $"{message.Role}: {message.Text}"));

    /// <summary>The last message.</summary>
    public string Said => Messages[^1].Text;

    private static string TextOf(JsonNode? content) => content switch
    {
        JsonArray parts => string.Concat(parts.Select(part => (string?)part!["text"])),
        _ => (string?)content ?? string.Empty,
    };
}

/// <summary>One answer, and how it comes.</summary>
internal sealed record FakeAnswer
{
    private const int CharactersAToken = 4;

    public string Text { get; init; } = string.Empty;

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    public TimeSpan FirstToken { get; init; }

    /// <summary>0: all at once.</summary>
    public double TokensPerSecond { get; init; }

    public int DropsAfter { get; init; } = -1;

    public int StallsAfter { get; init; } = -1;

    public bool IsMalformed { get; init; }

    /// <summary>The connection closes in good order in mid-answer.</summary>
    public bool EndsWithoutFinish { get; init; }

    public string Finish { get; init; } = "stop";

    public static FakeAnswer Says(string text) => new() { Text = text };

    public static FakeAnswer Says(JsonNode json) => new() { Text = json.ToJsonString(new JsonSerializerOptions { WriteIndented = false }) };

    public static FakeAnswer Fails(int status, int? retryAfter = null) => new() { Status = status, RetryAfter = retryAfter };

    public IEnumerable<string> Tokens()
    {
        for (var at = 0; at < Text.Length; at += CharactersAToken)
        {
            yield return Text[at..Math.Min(at + CharactersAToken, Text.Length)];
        }
    }
}
