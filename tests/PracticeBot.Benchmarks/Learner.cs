using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace PracticeBot.Benchmarks;

/// <summary>A Direct Line client on a socket, for one conversation.</summary>
internal sealed class Learner : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _conversation;
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[256 * 1024];

    private Learner(HttpClient http, string conversation) => (_http, _conversation) = (http, conversation);

    public static async Task<Learner> ConnectAsync(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        var given = await (await http.PostAsync(new Uri("/api/directline/token", UriKind.Relative), null)).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", given.GetProperty("token").GetString());
        using var started = await http.PostAsJsonAsync("/v3/directline/conversations", new { });
        var conversation = await started.Content.ReadFromJsonAsync<JsonElement>();
        var learner = new Learner(http, conversation.GetProperty("conversationId").GetString()!);
        await learner._socket.ConnectAsync(new Uri(conversation.GetProperty("streamUrl").GetString()!), CancellationToken.None);
        return learner;
    }

    /// <summary>Says something and waits until so many messages have answered it.</summary>
    public async Task SayAsync(string text, int answers)
    {
        var sent = _http.PostAsJsonAsync($"/v3/directline/conversations/{_conversation}/activities", new
        {
            type = "message", text, from = new { id = "learner", role = "user" }, channelData = new { clientActivityID = Guid.NewGuid().ToString("N") },
        });
        var heard = 0;
        while (heard < answers)
        {
            heard += await HeardAsync();
        }

        (await sent).EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        _socket.Dispose();
        _http.Dispose();
    }

    /// <summary>How many messages of the bot the next frame holds.</summary>
    private async Task<int> HeardAsync()
    {
        var length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(new ArraySegment<byte>(_buffer, length, _buffer.Length - length), CancellationToken.None);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        if (length == 0)
        {
            return 0;
        }

        using var frame = JsonDocument.Parse(_buffer.AsMemory(0, length));
        return frame.RootElement.GetProperty("activities").EnumerateArray().Count(activity =>
            activity.GetProperty("type").GetString() == "message" && activity.GetProperty("from").GetProperty("role").GetString() == "bot");
    }
}
