using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Channels;
using PracticeBot.Storage;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Authentication;

/// <summary>
/// Twins of the upstream tests of JwtTokenValidation, JwtTokenExtractor and EndorsementsValidator stand here under their own names, and
/// beside them what an attacker tries.
/// </summary>
public sealed class ChannelAuthenticationTests : IAsyncLifetime
{
    private const string AppId = "22222222-2222-2222-2222-222222222222";
    private const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ConcurrentQueue<string> _refused = new();
    private readonly MeterListener _meters = new();
    private FakeIssuer _issuer = null!;
    private BotHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await FakeIssuer.StartAsync();
        _host = await StartAsync("SingleTenant");
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "practicebot.channel.refused")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => _refused.Enqueue((string)tags[0].Value!));
        _meters.Start();
    }

    public async ValueTask DisposeAsync()
    {
        _meters.Dispose();
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("SingleTenant")]
    [InlineData("UserAssignedMsi")]
    [InlineData("MultiTenant")]
    public async Task Validation_succeeds_for_a_channels_token_whatever_the_kind_of_the_registration(string type)
    {
        using var folder = new TemporaryFolder();
        await using var host = await StartAsync(type, folder);

        using var answer = await PostAsync(_issuer.Sign(Claims()), host: host);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await HeardAsync("hello");
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Signing_key_validation_takes_RSA_with_SHA_2(string algorithm)
    {
        using var answer = await PostAsync(_issuer.Sign(Claims(), algorithm: algorithm));

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("{22222222-2222-2222-2222-222222222222}")]
    [InlineData("22222222222222222222222222222222")]
    public async Task The_app_id_is_the_same_however_it_is_written(string id)
    {
        using var folder = new TemporaryFolder();
        await using var host = await StartAsync("SingleTenant", folder, id);

        using var answer = await PostAsync(_issuer.Sign(Claims()), host: host);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    /// <summary>What is wrong with the header, and the reason that the log tells.</summary>
    public static TheoryData<string?, string> Headers => new()
    {
        // Upstream: empty header with credentials; no authentication.
        { null, "NoHeader" },
        { "Bearer", "BadHeader" },
        { "Bearer a.b.c d", "BadHeader" },
        { "Basic a.b.c", "BadHeader" },
        { "Bearer ", "BadHeader" },
        { "Bearer nonsense", "NotAToken" },
        { "Bearer a.b.c", "NotAToken" },
        { "Bearer e30.e30.", "WrongIssuer" },
        { "Bearer W10.W10.AAAA", "NotAToken" },
        { $"Bearer {new string('a', 100_000)}", "TooLong" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task A_header_that_holds_no_token_lets_nobody_in(string? header, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(Message()) };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        using var answer = await _host.Client.SendAsync(request);

        await RefusedAsync(answer, HttpStatusCode.Unauthorized, reason);
        _issuer.Fetches.ShouldBe(0);
    }

    [Fact]
    public async Task Two_headers_let_nobody_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(Message()) };
        request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {_issuer.Sign(Claims())}", $"Bearer {_issuer.Sign(Claims())}"]);

        using var answer = await _host.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>What is wrong with the token, and the reason that the log tells.</summary>
    public static TheoryData<string, string> BadTokens => new()
    {
        { "no audience claim", "WrongAudience" },
        { "wrong audience claim", "WrongAudience" },
        { "no audience value", "WrongAudience" },
        { "audience as a list with others", "WrongAudience" },
        { "audience as an empty list", "WrongAudience" },
        { "audience twice", "DuplicateClaims" },
        { "issuer twice", "DuplicateClaims" },
        { "wrong issuer", "WrongIssuer" },
        { "no issuer", "WrongIssuer" },
        { "emulator", "WrongIssuer" },
        { "emulator, newer", "WrongIssuer" },
        { "skill", "WrongIssuer" },
        { "government", "WrongIssuer" },
        { "issuer with a slash", "WrongIssuer" },
        { "no service claim", "NoServiceUrl" },
        { "empty service claim", "NoServiceUrl" },
        { "expired token", "Expired" },
        { "expired by six minutes", "Expired" },
        { "no expiry", "NoExpiry" },
        { "from the future", "NotYetValid" },
        { "from six minutes ahead", "NotYetValid" },
        { "alg none", "WrongAlgorithm" },
        { "HS256 signed with the public key", "WrongAlgorithm" },
        { "PS256", "WrongAlgorithm" },
        { "wrong kid", "UnknownKey" },
        { "another key's kid", "BadSignature" },
        { "changed after it was signed", "BadSignature" },
        { "no signature", "BadSignature" },
        { "expired certificate", "ExpiredCertificate" },
        { "100 KB", "TooLong" },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_lets_nobody_in(string what, string reason)
    {
        using var answer = await PostAsync(Bad(what));

        await RefusedAsync(answer, HttpStatusCode.Unauthorized, reason);
    }

    /// <summary>A claim of another kind than it should be; signed by the channel's own key.</summary>
    [Theory]
    [InlineData("exp", "\"never\"")]
    [InlineData("exp", "1e30")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "99999999999999999999")]
    [InlineData("exp", "null")]
    [InlineData("exp", "[1]")]
    [InlineData("nbf", "\"soon\"")]
    [InlineData("nbf", "1e30")]
    [InlineData("aud", "5")]
    [InlineData("aud", "null")]
    [InlineData("aud", "{}")]
    [InlineData("aud", "[[]]")]
    [InlineData("iss", "5")]
    [InlineData("iss", "[\"https://api.botframework.com\"]")]
    [InlineData("serviceurl", "5")]
    [InlineData("serviceurl", "[\"https://smba.trafficmanager.net/emea/\"]")]
    [InlineData("serviceurl", "{}")]
    public async Task A_claim_of_another_kind_lets_nobody_in(string claim, string value)
    {
        var claims = Claims();
        claims[claim] = JsonNode.Parse(value);

        using var answer = await PostAsync(_issuer.Sign(claims));

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_search_for_a_new_key_that_failed_is_not_the_one_of_its_hour()
    {
        using var first = await PostAsync(_issuer.Sign(Claims()));
        _issuer.Publish("key-2", "msteams");
        _issuer.IsDown = true;
        using var missed = await PostAsync(_issuer.Sign(Claims(), "key-2"));
        _issuer.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(11));

        using var found = await PostAsync(_issuer.Sign(Claims(), "key-2"));

        missed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        found.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("expired by four minutes")]
    [InlineData("from four minutes ahead")]
    [InlineData("audience as a list of one")]
    [InlineData("certificate that is good")]
    public async Task Clocks_may_differ_and_a_list_may_hold_one(string what)
    {
        using var answer = await PostAsync(Bad(what));

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    /// <summary>A good token, and an activity that it does not stand for.</summary>
    public static TheoryData<string, string?, string> Endorsements => new()
    {
        { "wrong service claim", null, "WrongServiceUrl" },
        { "replayed for another service", null, "WrongServiceUrl" },
        { "no service url in the activity", null, "WrongServiceUrl" },
        { "null channel id", "msteams", "NotEndorsed" },
        { "key without endorsements", null, "NotEndorsed" },
        { "empty endorsements", "", "NotEndorsed" },
        { "wrong endorsement", "slack", "NotEndorsed" },
        { "part of a name", "msteams2", "NotEndorsed" },
        { "more than the name", "teams", "NotEndorsed" },
    };

    [Theory]
    [MemberData(nameof(Endorsements))]
    public async Task A_good_token_that_does_not_stand_for_the_activity_is_refused(string what, string? channels, string reason)
    {
        _issuer.Publish("key-2", what.StartsWith("key without", StringComparison.Ordinal) ? null : channels is null ? ["msteams"] : channels.Split(',', StringSplitOptions.RemoveEmptyEntries));
        var message = Message();
        switch (what)
        {
            case "wrong service claim" or "replayed for another service":
                message["serviceUrl"] = "https://attacker.example/";
                break;
            case "no service url in the activity":
                message.Remove("serviceUrl");
                break;
            case "null channel id":
                message.Remove("channelId");
                break;
        }

        using var answer = await PostAsync(_issuer.Sign(Claims(), "key-2"), message);

        await RefusedAsync(answer, HttpStatusCode.Forbidden, reason);
    }

    [Fact]
    public async Task An_endorsement_that_is_present_is_enough_and_the_service_may_be_written_in_capitals()
    {
        var message = Message();
        message["serviceUrl"] = ServiceUrl.ToUpperInvariant();

        using var answer = await PostAsync(_issuer.Sign(Claims()), message);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Who_is_refused_gets_no_word_on_why_and_their_body_is_not_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("{ no json") };

        using var answer = await _host.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        foreach (var word in new[] { "header", "token", "issuer", "json", "audience", "Refusal" })
        {
            body.ShouldNotContain(word, Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_met_and_made_up_ones_fetch_nothing_for_an_hour()
    {
        using var first = await PostAsync(_issuer.Sign(Claims()));
        _issuer.Publish("key-2", "msteams");
        _issuer.Withdraw("key-1");

        using var rolled = await PostAsync(_issuer.Sign(Claims(), "key-2"));
        using var made = await PostAsync(_issuer.Sign(Claims(), "key-2", kid: "made-up"));
        using var withdrawn = await PostAsync(_issuer.Sign(Claims(), "key-1"));

        rolled.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        made.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _issuer.Fetches.ShouldBe(2);

        _clock.Advance(TimeSpan.FromMinutes(61));
        using var later = await PostAsync(_issuer.Sign(Claims(), "key-2", kid: "made-up"));
        _issuer.Fetches.ShouldBe(3);
    }

    [Fact]
    public async Task Keys_are_kept_for_a_day()
    {
        for (var hour = 0; hour < 23; hour++)
        {
            using var answer = await PostAsync(_issuer.Sign(Claims()));
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        _issuer.Fetches.ShouldBe(1);
        _clock.Advance(TimeSpan.FromHours(2));
        using var last = await PostAsync(_issuer.Sign(Claims()));
        _issuer.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task Many_who_come_at_once_fetch_the_keys_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => PostAsync(_issuer.Sign(Claims()), Message($"m{number}"))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        _issuer.Fetches.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_issuer_is_down_nobody_new_gets_in_and_whoever_is_known_still_does()
    {
        _issuer.IsDown = true;
        using var before = await PostAsync(_issuer.Sign(Claims()));
        _issuer.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(11));
        using var back = await PostAsync(_issuer.Sign(Claims()));
        _issuer.IsDown = true;
        _clock.Advance(TimeSpan.FromHours(30));
        using var afterADay = await PostAsync(_issuer.Sign(Claims()));

        before.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _refused.ShouldContain("NoKeys");
        back.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        afterADay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Without_an_app_id_there_is_no_such_address_and_in_development_this_machine_needs_no_token()
    {
        // Upstream: channel authentication disabled is anonymous; empty header without credentials.
        using var folder = new TemporaryFolder();
        await using var production = await BotHost.StartAsync(folder, BotHost.Echo);
        using var other = new TemporaryFolder();
        await using var development = await BotHost.StartAsync(other, BotHost.Echo, "--environment=Development");
        var message = Message();
        message["serviceUrl"] = "http://127.0.0.1:1/";

        using var refused = await production.Client.PostAsJsonAsync("/api/messages", message);
        using var taken = await development.Client.PostAsJsonAsync("/api/messages", message);

        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private Task<BotHost> StartAsync(string type, TemporaryFolder? folder = null, string id = AppId) => BotHost.StartAsync(
        folder ?? _folder,
        turn =>
        {
            _heard.Enqueue(turn.Activity.Text ?? string.Empty);
            return Task.CompletedTask;
        },
        (WebApplicationBuilder builder) =>
        {
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Services.AddSingleton(_issuer.Cloud);
        },
        $"--MicrosoftAppType={type}", $"--MicrosoftAppId={id}", "--MicrosoftAppTenantId=tenant.example", "--MicrosoftAppPassword=secret");

    private string Bad(string what)
    {
        var claims = Claims();
        switch (what)
        {
            case "no audience claim":
                claims.Remove("aud");
                break;
            case "wrong audience claim":
                claims["aud"] = "33333333-3333-3333-3333-333333333333";
                break;
            case "no audience value":
                claims["aud"] = string.Empty;
                break;
            case "audience as a list with others":
                claims["aud"] = new JsonArray(AppId, "33333333-3333-3333-3333-333333333333");
                break;
            case "audience as an empty list":
                claims["aud"] = new JsonArray();
                break;
            case "audience as a list of one":
                claims["aud"] = new JsonArray(AppId);
                break;
            case "audience twice":
                return _issuer.Sign($"{{\"aud\":\"other\",{claims.ToJsonString()[1..]}");
            case "issuer twice":
                return _issuer.Sign($"{{\"iss\":\"https://attacker.example\",{claims.ToJsonString()[1..]}");
            case "wrong issuer":
                claims["iss"] = "https://attacker.example";
                break;
            case "no issuer":
                claims.Remove("iss");
                break;
            case "emulator":
                claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
                break;
            case "emulator, newer":
                claims["iss"] = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0";
                break;
            case "skill":
                claims["iss"] = "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0";
                claims["ver"] = "2.0";
                claims["azp"] = "33333333-3333-3333-3333-333333333333";
                break;
            case "government":
                claims["iss"] = "https://api.botframework.us";
                break;
            case "issuer with a slash":
                claims["iss"] = $"{FakeIssuer.Name}/";
                break;
            case "no service claim":
                claims.Remove("serviceurl");
                break;
            case "empty service claim":
                claims["serviceurl"] = string.Empty;
                break;
            case "expired token":
                Lives(claims, from: -120, until: -60);
                break;
            case "expired by six minutes":
                Lives(claims, from: -66, until: -6);
                break;
            case "expired by four minutes":
                Lives(claims, from: -64, until: -4);
                break;
            case "no expiry":
                claims.Remove("exp");
                break;
            case "from the future":
                Lives(claims, from: 60, until: 120);
                break;
            case "from six minutes ahead":
                Lives(claims, from: 6, until: 66);
                break;
            case "from four minutes ahead":
                Lives(claims, from: 4, until: 64);
                break;
            case "alg none":
                return _issuer.Sign(claims, algorithm: "none");
            case "HS256 signed with the public key":
                return _issuer.Sign(claims, algorithm: "HS256");
            case "PS256":
                return _issuer.Sign(claims, algorithm: "PS256");
            case "wrong kid":
                return _issuer.Sign(claims, kid: "key-9");
            case "another key's kid":
                _issuer.Publish("key-2", "msteams");
                return _issuer.Sign(claims, "key-2", kid: "key-1");
            case "changed after it was signed":
                var parts = _issuer.Sign(claims).Split('.');
                claims["serviceurl"] = "https://attacker.example/";
                return $"{parts[0]}.{_issuer.Sign(claims).Split('.')[1]}.{parts[2]}";
            case "no signature":
                return string.Concat(_issuer.Sign(claims).Split('.')[..2].Select(part => $"{part}."));
            case "expired certificate":
                _issuer.Certify("key-1", Now.AddDays(-30), Now.AddDays(-1));
                break;
            case "certificate that is good":
                _issuer.Certify("key-1", Now.AddDays(-30), Now.AddDays(1));
                break;
            case "100 KB":
                claims["padding"] = new string('a', 75_000);
                break;
            default:
                throw new ArgumentException("No such token.", nameof(what));
        }

        return _issuer.Sign(claims);
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    private JsonObject Claims()
    {
        var claims = new JsonObject { ["iss"] = FakeIssuer.Name, ["aud"] = AppId, ["serviceurl"] = ServiceUrl };
        Lives(claims, from: -1, until: 59);
        return claims;
    }

    /// <param name="from">Minutes from now.</param>
    private void Lives(JsonObject claims, int from, int until)
    {
        claims["nbf"] = Now.AddMinutes(from).ToUnixTimeSeconds();
        claims["exp"] = Now.AddMinutes(until).ToUnixTimeSeconds();
    }

    private static JsonObject Message(string id = "1") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:ana" },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}" },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal", ["tenantId"] = "t" },
        ["text"] = "hello",
    };

    private async Task<HttpResponseMessage> PostAsync(string token, JsonObject? message = null, BotHost? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(message ?? Message(Guid.NewGuid().ToString())) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await (host ?? _host).Client.SendAsync(request);
    }

    private async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string reason)
    {
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(reason, Case.Insensitive);
        _host.Logs.Text.ShouldContain(reason);
        _refused.ShouldContain(reason);
        // Nothing of it came in.
        await using var scope = _host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<PracticeDb>().Inbox.CountAsync()).ShouldBe(0);
    }

    private async Task HeardAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!_heard.Contains(text))
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
