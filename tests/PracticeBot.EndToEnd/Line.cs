using System.Net.Http.Json;
using System.Text.Json;

namespace PracticeBot.EndToEnd;

/// <summary>A plain Direct Line client that polls, for what the tests ask of the wire itself.</summary>
internal sealed class Line(Host host, string token, string conversationId)
{
    public static async Task<Line> OpenAsync(Host host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/api/directline/token"));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await host.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var given = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var line = new Line(host, given.GetProperty("token").GetString()!, given.GetProperty("conversationId").GetString()!);
        using var started = await line.SendAsync(HttpMethod.Post, "/v3/directline/conversations", new { });
        started.EnsureSuccessStatusCode();
        return line;
    }

    /// <returns>The activity's id.</returns>
    public async Task<string> SayAsync(string text)
    {
        var activity = new { type = "message", from = new { id = "someone", role = "user" }, text, channelData = new { clientActivityID = Guid.NewGuid().ToString("N") } };
        using var answer = await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversationId}/activities", activity);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>What the bot has said, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> HeardAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversationId}/activities", null);
        answer.EnsureSuccessStatusCode();
        var set = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. set.GetProperty("activities").EnumerateArray().Where(activity => Text(activity, "type") == "message" && Role(activity) != "user")];
    }

    /// <summary>Waits until the bot has answered this activity with so many messages.</summary>
    public async Task<IReadOnlyList<JsonElement>> AnswersAsync(string id, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answers = (await HeardAsync()).Where(activity => Text(activity, "replyToId") == id).ToList();
            if (answers.Count >= count)
            {
                return answers;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static string? Role(JsonElement activity) => activity.TryGetProperty("from", out var from) ? Text(from, "role") : null;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(host.Address, path));
        request.Headers.Authorization = new("Bearer", token);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        return await host.Http.SendAsync(request);
    }
}
