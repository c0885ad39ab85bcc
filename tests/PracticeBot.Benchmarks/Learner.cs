using System.Diagnostics;
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
    /// <returns>How long it took until something of an answer showed.</returns>
    public async Task<TimeSpan> SayAsync(string text, int answers)
    {
        var began = Stopwatch.GetTimestamp();
        TimeSpan? first = null;
        var sent = _http.PostAsJsonAsync($"/v3/directline/conversations/{_conversation}/activities", new
        {
            type = "message", text, from = new { id = "learner", role = "user" }, channelData = new { clientActivityID = Guid.NewGuid().ToString("N") },
        });
        var heard = 0;
        while (heard < answers)
        {
            var (messages, shows) = await HeardAsync();
            heard += messages;
            first ??= shows ? Stopwatch.GetElapsedTime(began) : null;
        }

        (await sent).EnsureSuccessStatusCode();
        return first ?? Stopwatch.GetElapsedTime(began);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _http.Dispose();
    }

    /// <summary>How many messages of the bot the next frame holds, and whether it shows words of the bot's at all.</summary>
    private async Task<(int Messages, bool Shows)> HeardAsync()
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
            return (0, false);
        }

        using var frame = JsonDocument.Parse(_buffer.AsMemory(0, length));
        var ofBot = frame.RootElement.GetProperty("activities").EnumerateArray()
            .Where(activity => activity.GetProperty("from").GetProperty("role").GetString() == "bot").ToList();
        return (
            ofBot.Count(activity => activity.GetProperty("type").GetString() == "message"),
            ofBot.Exists(activity => activity.TryGetProperty("text", out var text) && text.GetString()?.Length > 0));
    }
}
