using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PracticeBot.Channels.BotConnector.Authentication;

namespace PracticeBot.Tests.Channels.Authentication;

/// <summary>
/// Who signs for channels: OpenID metadata, keys that can be rotated and say for which channels they stand, and tokens of every kind. Tokens
/// are put together by hand: no library makes the bad ones.
/// </summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    public const string Name = "https://api.botframework.com";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonObject> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RSA> _keys = new(StringComparer.Ordinal);
    private int _fetches;

    private FakeIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/metadata", () =>
        {
            Interlocked.Increment(ref _fetches);
            return IsDown
                ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new { issuer = Name, jwks_uri = $"{Address}/keys", id_token_signing_alg_values_supported = new[] { "RS256" } });
        });
        _app.MapGet("/keys", () => Results.Json(new { keys = _published.Values.ToArray() }));
    }

    public string Address => _app.Urls.First();

    public BotFrameworkCloud Cloud => new(Name, new Uri($"{Address}/metadata"));

    public bool IsDown { get; set; }

    /// <summary>How often the keys were asked for.</summary>
    public int Fetches => _fetches;

    public static async Task<FakeIssuer> StartAsync()
    {
        var issuer = new FakeIssuer();
        issuer.Publish("key-1", "msteams", "webchat");
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A new key that stands for these channels; for none where none is named.</summary>
    public void Publish(string id, params string[]? channels)
    {
        var key = RSA.Create(2048);
        _keys[id] = key;
        var open = key.ExportParameters(includePrivateParameters: false);
        var published = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(open.Modulus),
            ["e"] = Base64Url.EncodeToString(open.Exponent),
        };
        if (channels is not null)
        {
            published["endorsements"] = new JsonArray([.. channels.Select(channel => (JsonNode)channel)]);
        }

        _published[id] = published;
    }

    /// <summary>The key comes with a certificate that is good between these instants.</summary>
    public void Certify(string id, DateTimeOffset from, DateTimeOffset until)
    {
        using var certificate = new CertificateRequest("CN=channels", _keys[id], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, until);
        _published[id]["x5c"] = new JsonArray(Convert.ToBase64String(certificate.RawData));
    }

    public void Withdraw(string id) => _published.TryRemove(id, out _);

    /// <summary>As a channel signs it.</summary>
    /// <param name="claims">Of the token, as they are.</param>
    public string Sign(JsonObject claims, string key = "key-1", string algorithm = "RS256", string? kid = null) =>
        Sign(claims.ToJsonString(), key, algorithm, kid);

    /// <param name="claims">JSON, or what is none.</param>
    public string Sign(string claims, string key = "key-1", string algorithm = "RS256", string? kid = null)
    {
        var head = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = kid ?? key };
        var signed = $"{Encoded(head.ToJsonString())}.{Encoded(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(Encoding.ASCII.GetBytes(signed), key, algorithm))}";
    }

    private byte[] Signature(byte[] signed, string key, string algorithm) => algorithm switch
    {
        "none" => [],
        // The public key is known to all: whoever takes it for a shared secret lets everyone in.
        "HS256" => HMACSHA256.HashData(_keys[key].ExportSubjectPublicKeyInfo(), signed),
        "RS384" => _keys[key].SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => _keys[key].SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => _keys[key].SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => _keys[key].SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
