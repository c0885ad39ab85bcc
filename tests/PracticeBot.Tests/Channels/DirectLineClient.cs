using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

/// <summary>Does what a Direct Line client does, request by request.</summary>
internal sealed class DirectLineClient(BotHost host, JsonObject tokenAnswer)
{
    public string Token { get; set; } = (string)tokenAnswer["token"]!;

    public string ConversationId { get; } = (string)tokenAnswer["conversationId"]!;

    /// <summary>The same client, once the server has started anew.</summary>
    public DirectLineClient On(BotHost other) => new(other, tokenAnswer);

    public static async Task<DirectLineClient> StartAsync(BotHost host)
    {
        var client = await NewAsync(host);
        (await client.SendAsync(HttpMethod.Post, "/v3/directline/conversations", new JsonObject())).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>With a token, and not yet begun.</summary>
    public static async Task<DirectLineClient> NewAsync(BotHost host)
    {
        using var answer = await host.Client.PostAsync("/api/directline/token", content: null);
        answer.EnsureSuccessStatusCode();
        return new DirectLineClient(host, await JsonAsync(answer));
    }

    public string Activities => $"/v3/directline/conversations/{ConversationId}/activities";

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(string text, string? clientActivityId = null) =>
        SendAsync(HttpMethod.Post, Activities, Message(text, clientActivityId));

    /// <summary>Posts and gives the id.</summary>
    public async Task<string> SayAsync(string text)
    {
        using var answer = await PostAsync(text);
        answer.EnsureSuccessStatusCode();
        return (string)(await JsonAsync(answer))["id"]!;
    }

    public static JsonObject Message(string text, string? clientActivityId = null) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["from"] = new JsonObject { ["id"] = "user", ["role"] = "user" },
        ["attachments"] = new JsonArray(),
        ["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId ?? Guid.NewGuid().ToString() },
    };

    public async Task<(JsonObject[] Activities, string Watermark)> PollAsync(string? watermark = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Activities}?watermark={watermark}");
        answer.EnsureSuccessStatusCode();
        var set = await JsonAsync(answer);
        return ([.. set["activities"]!.AsArray().Select(activity => activity!.AsObject())], (string)set["watermark"]!);
    }

    /// <summary>Polls until the bot has said so much.</summary>
    public async Task<JsonObject[]> HearAsync(int replies)
    {
        // Only ends a test that would hang.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var (activities, _) = await PollAsync();
            var heard = activities.Where(activity => (string?)activity["from"]!["role"] == "bot").ToArray();
            if (heard.Length >= replies)
            {
                return heard;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async Task<string> StreamUrlAsync(string? watermark = null)
    {
        using var answer = await SendAsync(
            HttpMethod.Get, $"/v3/directline/conversations/{ConversationId}?watermark={watermark}");
        answer.EnsureSuccessStatusCode();
        return (string)(await JsonAsync(answer))["streamUrl"]!;
    }

    public async Task<DirectLineStream> ListenAsync(string? watermark = null) =>
        await DirectLineStream.OpenAsync(await StreamUrlAsync(watermark));

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().AsObject();
}

/// <summary>An open stream.</summary>
internal sealed class DirectLineStream(ClientWebSocket socket) : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(1));

    public string Watermark { get; private set; } = string.Empty;

    public ClientWebSocket Socket => socket;

    public static async Task<DirectLineStream> OpenAsync(string url, string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(url), TestContext.Current.CancellationToken);
        return new DirectLineStream(socket);
    }

    /// <summary>Reads frames until so many activities have come.</summary>
    public async Task<JsonObject[]> ReadAsync(int activities)
    {
        var read = new List<JsonObject>();
        while (read.Count < activities)
        {
            var frame = await ReadFrameAsync();
            Watermark = (string)frame["watermark"]!;
            read.AddRange(frame["activities"]!.AsArray().Select(activity => activity!.AsObject()));
        }

        return [.. read];
    }

    public void Dispose()
    {
        socket.Dispose();
        _patience.Dispose();
    }

    private async Task<JsonObject> ReadFrameAsync()
    {
        using var letters = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), _patience.Token);
            part.MessageType.ShouldBe(WebSocketMessageType.Text);
            letters.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(Encoding.UTF8.GetString(letters.ToArray()))!.AsObject();
            }
        }
    }
}
