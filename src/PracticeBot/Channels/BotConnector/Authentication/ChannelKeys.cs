using System.Security.Cryptography;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PracticeBot.Channels.BotConnector.Authentication;

/// <summary>
/// The issuer's keys, kept for a day. A key that is not among them asks for them anew, but at most once an hour: its name is anybody's
/// claim. Where they can't be had anew, those that are known stay good: an issuer that is down takes no channel away.
/// </summary>
internal sealed class ChannelKeys(BotFrameworkCloud cloud, IHttpClientFactory clients, TimeProvider time, ILogger<ChannelKeys> logger) : IDisposable
{
    public const string ClientName = "channel-keys";

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenUnknown = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);
    private Dictionary<string, JsonWebKey>? _keys;
    private DateTimeOffset _goodUntil;
    private DateTimeOffset _nextForUnknown;
    private DateTimeOffset _nextTry;

    /// <summary>The key of this name; null where the issuer has none.</summary>
    /// <exception cref="ChannelKeysUnavailableException">There never were any.</exception>
    public async Task<JsonWebKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (Known(id) is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited finds what the one before them fetched.
            if (Known(id) is { } fetched)
            {
                return fetched;
            }

            var isForUnknown = time.GetUtcNow() < _goodUntil;
            if (IsDue() && await TryFetchAsync(cancellationToken) && isForUnknown)
            {
                _nextForUnknown = time.GetUtcNow() + BetweenUnknown;
            }

            return _keys is null ? throw new ChannelKeysUnavailableException() : _keys.GetValueOrDefault(id);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private JsonWebKey? Known(string id) => time.GetUtcNow() < _goodUntil ? _keys?.GetValueOrDefault(id) : null;

    /// <summary>Too old, or asked for a key that is none of them.</summary>
    private bool IsDue()
    {
        var now = time.GetUtcNow();
        return now >= _nextTry && (now >= _goodUntil || now >= _nextForUnknown);
    }

    private async Task<bool> TryFetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            var documents = new HttpDocumentRetriever(client) { RequireHttps = !cloud.Metadata.IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(cloud.Metadata.ToString(), documents, cancellationToken);
            var keys = configuration.JsonWebKeySet?.Keys
                .Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, KeyId: { Length: > 0 } })
                .DistinctBy(key => key.KeyId, StringComparer.Ordinal)
                .ToDictionary(key => key.KeyId, StringComparer.Ordinal);
            if (keys is not { Count: > 0 })
            {
                throw new InvalidDataException("The issuer names no keys.");
            }

            _keys = keys;
            _goodUntil = time.GetUtcNow() + KeptFor;
            return true;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or InvalidOperationException or HttpRequestException
            or ArgumentException or SecurityTokenException or CryptographicException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _nextTry = time.GetUtcNow() + BetweenFailures;
            Log.KeysUnavailable(logger, fault.GetType().Name);
            return false;
        }
    }
}

/// <summary>Nobody can be told from a channel: the issuer's keys were never to be had.</summary>
internal sealed class ChannelKeysUnavailableException() : Exception("The keys of the channels' issuer can't be had.");
