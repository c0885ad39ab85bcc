using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;

namespace PracticeBot.Tests.Channels.Teams;

/// <summary>A conversation in Teams, and what Teams tells a bot of it.</summary>
internal sealed class TeamsChat(BotHost host, FakeTeams teams, string id, string kind, string tenant = TeamsChat.Tenant)
{
    public const string Bot = "28:00000000-0000-0000-0000-000000000001";
    public const string BotName = "PracticeBot";
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private static int _activities;

    public string Id => id;

    /// <summary>What stands there from the bot, in order.</summary>
    public IReadOnlyList<JsonObject> Messages => teams.Messages(id);

    public static TeamsChat Personal(BotHost host, FakeTeams teams, string person) => new(host, teams, $"a:{person}", "personal");

    /// <summary>In a tenant of their own: what one tenant takes at once is no matter between these.</summary>
    public static TeamsChat Apart(BotHost host, FakeTeams teams, string person) => new(host, teams, $"a:{person}", "personal", $"tenant-{person}");

    public static TeamsChat Group(BotHost host, FakeTeams teams) => new(host, teams, "19:group@thread.v2", "groupChat");

    public static TeamsChat Channel(BotHost host, FakeTeams teams) => new(host, teams, "19:team@thread.tacv2;messageid=1700000000001", "channel");

    public static JsonObject Account(string person) => new()
    {
        ["id"] = $"29:{person}", ["name"] = person, ["aadObjectId"] = $"aad-{person}",
    };

    /// <summary>Says something as Teams hands it on, and gives what the bot answers here once it has done so.</summary>
    public async Task<IReadOnlyList<JsonObject>> SayAsync(string person, string words)
    {
        var before = Messages.Count;
        await SendAsync(Message(person, words));
        await SettledAsync();
        return [.. Messages.Skip(before)];
    }

    public JsonObject Message(string person, string words)
    {
        var message = Activity("message", person);
        message["textFormat"] = "plain";
        message["text"] = words;
        // What Teams adds to every message: the same as HTML.
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{words}</p>" });
        if (kind != "personal")
        {
            message["text"] = $"<at>{BotName}</at> {words}\n";
            message["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "mention",
                    ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = BotName },
                    ["text"] = $"<at>{BotName}</at>",
                },
                new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Web" });
        }

        return message;
    }

    /// <summary>Anything that happens here, with what Teams says of it each time.</summary>
    public JsonObject Activity(string type, string person)
    {
        var conversation = new JsonObject { ["id"] = id, ["conversationType"] = kind, ["tenantId"] = tenant };
        if (kind != "personal")
        {
            conversation["isGroup"] = true;
        }

        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        if (kind == "channel")
        {
            data["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
            data["channel"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
        }

        return new JsonObject
        {
            ["type"] = type,
            ["id"] = $"{1_700_000_000_000 + Interlocked.Increment(ref _activities)}",
            ["timestamp"] = "2026-01-01T12:00:00.000Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = teams.Address,
            ["from"] = Account(person),
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = BotName },
            ["conversation"] = conversation,
            ["channelData"] = data,
            ["locale"] = "en-GB",
        };
    }

    public JsonObject Installation(string person, string action)
    {
        var update = Activity("installationUpdate", person);
        update["action"] = action;
        return update;
    }

    public JsonObject Members(string person, string field, params string[] members)
    {
        var update = Activity("conversationUpdate", person);
        update[field] = new JsonArray([.. members.Select(member => (JsonNode)new JsonObject { ["id"] = member })]);
        return update;
    }

    /// <summary>A button of a card, as a client of Teams that knows Action.Execute presses it.</summary>
    public JsonObject Press(string person, JsonObject card, string command)
    {
        var action = card["attachments"]![0]!["content"]!["actions"]!.AsArray().First(one => (string?)one!["verb"] == command)!;
        var invoke = Activity("invoke", person);
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = command, ["data"] = action["data"]!.DeepClone() }, ["trigger"] = "manual",
        };
        return invoke;
    }

    public JsonObject Feedback(string person, string replyToId, string reaction, string words)
    {
        var invoke = Activity("invoke", person);
        invoke["name"] = "message/submitAction";
        invoke["replyToId"] = replyToId;
        invoke["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = new JsonObject { ["feedbackText"] = words }.ToJsonString() },
        };
        return invoke;
    }

    public Task<HttpResponseMessage> SendAsync(JsonObject activity) => host.Client.PostAsJsonAsync("/api/messages", activity);

    /// <summary>Sends it and waits until all that came of it has gone out.</summary>
    public async Task DoAsync(JsonObject activity)
    {
        using var answer = await SendAsync(activity);
        answer.EnsureSuccessStatusCode();
        await SettledAsync();
    }

    public async Task SettledAsync()
    {
        // Only ends a test that would hang.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await IsSettledAsync())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private async Task<bool> IsSettledAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        return !await db.Inbox.AnyAsync(row => row.DoneAt == null) && !await db.Outbox.AnyAsync(row => row.SentAt == null && !row.Failed);
    }
}
