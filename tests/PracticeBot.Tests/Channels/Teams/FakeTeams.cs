using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PracticeBot.Tests.Channels.Teams;

/// <summary>
/// Teams' connector: takes what a bot sends as Teams does, answers a breach of its rules as Teams does, and notes it. The rules are those of
/// Teams' documentation on bots (streaming, labels, cards, mentions, sizes).
/// </summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    /// <summary>In UTF-16.</summary>
    private const int MostBytes = 100 * 1024;

    private const int MostSuggested = 6;

    /// <summary>Teams takes a chunk a second; what a busy machine adds or takes between two sends is forgiven.</summary>
    private static readonly TimeSpan LeastBetweenChunks = TimeSpan.FromMilliseconds(900);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _breaches = new();
    private readonly ConcurrentQueue<Sent> _sent = new();
    private readonly ConcurrentDictionary<string, OpenStream> _streams = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _installedFor = new(StringComparer.Ordinal);
    private int _ids;

    private FakeTeams()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v3/conversations", CreateAsync);
        _app.MapPost("/v3/conversations/{id}/activities/{replyTo?}", TakeAsync);
        _app.MapPut("/v3/conversations/{id}/activities/{activity}", ReplaceAsync);
    }

    public string Address => _app.Urls.First();

    /// <summary>What the bot did that Teams does not allow; empty for a bot that behaves.</summary>
    public IReadOnlyList<string> Breaches => [.. _breaches];

    /// <summary>Everything that was taken, in order; what passes (typing, chunks) too.</summary>
    public IReadOnlyList<Sent> All => [.. _sent];

    /// <summary>When each send came in, by conversation, refused ones too.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> Times { get; } = new(StringComparer.Ordinal);

    /// <summary>Asked before anything else; a status other than null is the answer, and 0 is none for ever.</summary>
    public Func<JsonObject, int?> Fault { get; set; } = _ => null;

    public static async Task<FakeTeams> StartAsync()
    {
        var teams = new FakeTeams();
        await teams._app.StartAsync();
        return teams;
    }

    /// <summary>The bot may open a personal chat with them.</summary>
    public void Install(string account, string conversation) => _installedFor[account] = conversation;

    /// <summary>Messages that stand in a conversation, the newest form of each, in order.</summary>
    public IReadOnlyList<JsonObject> Messages(string conversation)
    {
        var messages = new List<(string Id, JsonObject Activity)>();
        foreach (var sent in _sent.Where(sent => sent.Conversation == conversation && (string?)sent.Activity["type"] == "message"))
        {
            var at = messages.FindIndex(known => known.Id == sent.Id);
            if (at < 0)
            {
                messages.Add((sent.Id, sent.Activity));
            }
            else
            {
                messages[at] = (sent.Id, sent.Activity);
            }
        }

        return [.. messages.Select(message => message.Activity)];
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task CreateAsync(HttpContext context)
    {
        var wanted = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var member = (string?)wanted["members"]?[0]?["id"] ?? string.Empty;
        if (wanted["tenantId"] is null || (string?)wanted["channelData"]?["tenant"]?["id"] is null)
        {
            Breach("A conversation is to be opened without its tenant.");
        }

        if (_installedFor.TryGetValue(member, out var conversation))
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsJsonAsync(new { id = conversation });
        }
        else
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "BotNotInConversationRoster");
        }
    }

    private async Task TakeAsync(HttpContext context, string id)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Times.GetOrAdd(id, _ => new()).Enqueue(TimeProvider.System.GetUtcNow());
        if (Fault(activity) is { } status)
        {
            if (status == 0)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            await RefuseAsync(context, status, IsStream(activity) ? "ContentStreamNotAllowed" : status == StatusCodes.Status404NotFound ? "ConversationNotFound" : "BotNotInConversationRoster");
            return;
        }

        var given = $"theirs-{Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture)}";
        var info = activity["entities"]?.AsArray().FirstOrDefault(entity => (string?)entity!["type"] == "streaminfo") as JsonObject;
        if (info is not null)
        {
            if (Kind(activity) != "personal")
            {
                Breach("A stream outside a personal chat.");
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "ContentStreamNotAllowed");
                return;
            }

            given = Streamed(id, activity, info, given);
        }

        if ((string?)activity["type"] == "message")
        {
            CheckMessage(activity);
            if (TooLarge(activity))
            {
                await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig");
                return;
            }
        }

        _sent.Enqueue(new Sent(id, given, activity));
        context.Response.StatusCode = (string?)activity["type"] == "typing" && info is null ? StatusCodes.Status202Accepted : StatusCodes.Status201Created;
        if (context.Response.StatusCode == StatusCodes.Status201Created)
        {
            await context.Response.WriteAsJsonAsync(new { id = given });
        }
    }

    private async Task ReplaceAsync(HttpContext context, string id, string activity)
    {
        var replacement = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Times.GetOrAdd(id, _ => new()).Enqueue(TimeProvider.System.GetUtcNow());
        if (_sent.All(sent => sent.Id != activity))
        {
            Breach("An update of what was never sent.");
            await RefuseAsync(context, StatusCodes.Status404NotFound, "ActivityNotFoundInConversation");
            return;
        }

        CheckMessage(replacement);
        _sent.Enqueue(new Sent(id, activity, replacement));
        await context.Response.WriteAsJsonAsync(new { id = activity });
    }

    /// <returns>The id of the message that grows.</returns>
    private string Streamed(string conversation, JsonObject activity, JsonObject info, string given)
    {
        var now = TimeProvider.System.GetUtcNow();
        var isFinal = (string?)info["streamType"] == "final";
        var text = (string?)activity["text"] ?? string.Empty;
        var sequence = (int?)info["streamSequence"];
        if (!_streams.TryGetValue(conversation, out var open))
        {
            if (isFinal || sequence != 1 || info["streamId"] is not null)
            {
                Breach("A stream that does not begin with sequence 1 and without an id.");
            }

            _streams[conversation] = new OpenStream(given, 1, text, now, now);
            return given;
        }

        if ((string?)info["streamId"] != open.Id)
        {
            Breach("A second stream in a chat, or a chunk without its stream's id.");
        }

        if (now - open.Began > TimeSpan.FromMinutes(2))
        {
            Breach("A stream that takes longer than two minutes.");
        }

        if (now - open.Last < LeastBetweenChunks)
        {
            Breach($"Two calls of a stream within {(now - open.Last).TotalMilliseconds:0} ms.");
        }

        if (isFinal)
        {
            if (sequence is not null)
            {
                Breach("The end of a stream carries a sequence.");
            }

            _streams.TryRemove(conversation, out _);
            return open.Id;
        }

        if (sequence != open.Sequence + 1)
        {
            Breach("A chunk out of sequence.");
        }

        if (!text.StartsWith(open.Text, StringComparison.Ordinal))
        {
            Breach("A chunk that does not begin with the text before it.");
        }

        if (activity["attachments"] is not null || IsLabelled(activity) || activity["channelData"]?["feedbackLoop"] is not null)
        {
            Breach("A chunk carries what belongs to the end of its stream.");
        }

        _streams[conversation] = open with { Sequence = open.Sequence + 1, Text = text, Last = now };
        return open.Id;
    }

    private void CheckMessage(JsonObject activity)
    {
        var labels = activity["entities"]?.AsArray().Count(IsLabel) ?? 0;
        if (labels != 1)
        {
            Breach($"A message carries the label of a machine's words {labels} times.");
        }

        if ((string?)activity["channelData"]?["feedbackLoop"]?["type"] is not ("default" or "custom"))
        {
            Breach("A message without a feedback loop.");
        }

        foreach (var mention in activity["entities"]?.AsArray().Where(entity => (string?)entity!["type"] == "mention") ?? [])
        {
            if (((string?)activity["text"])?.Contains((string?)mention!["text"] ?? "?", StringComparison.Ordinal) != true)
            {
                Breach("A mention whose text does not stand in the message.");
            }
        }

        var suggested = activity["suggestedActions"]?["actions"]?.AsArray().Count ?? 0;
        if (suggested > 0 && activity["attachments"] is JsonArray { Count: > 0 })
        {
            Breach("Suggested actions beside a card, where Teams shows none.");
        }

        if (suggested > MostSuggested || (suggested > 0 && Kind(activity) != "personal"))
        {
            Breach("Suggested actions that Teams does not show.");
        }

        foreach (var attachment in activity["attachments"]?.AsArray() ?? [])
        {
            CheckCard(attachment!["content"]!);
        }
    }

    private void CheckCard(JsonNode card)
    {
        if (Version.Parse((string?)card["version"] ?? "9.9") > new Version(1, 5))
        {
            Breach("A card of a version that Teams does not draw.");
        }

        foreach (var action in card["actions"]?.AsArray() ?? [])
        {
            if ((string?)action!["type"] == "Action.Execute" && (string?)action["fallback"]?["type"] != "Action.Submit")
            {
                Breach("An action without the one to fall back on.");
            }
        }
    }

    private static bool IsStream(JsonObject activity) => activity["entities"]?.AsArray().Any(entity => (string?)entity!["type"] == "streaminfo") == true;

    private static string? Kind(JsonObject activity) => (string?)activity["conversation"]?["conversationType"];

    private static bool IsLabelled(JsonObject activity) => activity["entities"]?.AsArray().Any(IsLabel) == true;

    private static bool IsLabel(JsonNode? entity) =>
        (string?)entity?["type"] == "https://schema.org/Message" && entity["additionalType"]?.AsArray().Any(type => (string?)type == "AIGeneratedContent") == true;

    private bool TooLarge(JsonObject activity)
    {
        var isTooLarge = Encoding.Unicode.GetByteCount(activity.ToJsonString()) > MostBytes;
        if (isTooLarge)
        {
            Breach("A message that is too large.");
        }

        return isTooLarge;
    }

    private static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = new { code, message = "Not taken." } });
    }

    private void Breach(string sentence) => _breaches.Enqueue(sentence);

    /// <param name="Id">Of the message; the parts of one that grows have the same.</param>
    internal sealed record Sent(string Conversation, string Id, JsonObject Activity);

    private sealed record OpenStream(string Id, int Sequence, string Text, DateTimeOffset Began, DateTimeOffset Last);
}
