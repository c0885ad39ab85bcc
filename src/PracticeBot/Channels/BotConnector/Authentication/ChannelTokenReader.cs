using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PracticeBot.Channels.BotConnector.Authentication;

/// <summary>
/// Tells the tokens of channels from all others. What can be seen without a key is looked at first, and nothing that is claimed chooses whom
/// to believe: there is one issuer.
/// </summary>
internal sealed class ChannelTokenReader(BotFrameworkCloud cloud, ChannelKeys keys, IOptions<BotConnectorOptions> options, TimeProvider time)
{
    private const string ServiceUrlClaim = "serviceurl";

    /// <summary>Letters; a channel's own have some 1,000.</summary>
    private const int Longest = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = Longest };

    /// <param name="header">The value of <c>Authorization</c>; null where there is none, or more than one.</param>
    public async Task<(ChannelToken? Token, ChannelRefusal? Refusal)> ReadAsync(string? header, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(header))
        {
            return (null, ChannelRefusal.NoHeader);
        }

        if (header.Length > Longest)
        {
            return (null, ChannelRefusal.TooLong);
        }

        if (header.Split(' ') is not [var scheme, { Length: > 0 } encoded] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return (null, ChannelRefusal.BadHeader);
        }

        if (RefusalOfForm(encoded) is { } malformed)
        {
            return (null, malformed);
        }

        var token = new JsonWebToken(encoded);
        if (RefusalOfClaims(token) is { } claims)
        {
            return (null, claims);
        }

        return await SignedAsync(token, cancellationToken);
    }

    private async Task<(ChannelToken? Token, ChannelRefusal? Refusal)> SignedAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        JsonWebKey? key;
        try
        {
            key = await keys.FindAsync(token.Kid, cancellationToken);
        }
        catch (ChannelKeysUnavailableException)
        {
            return (null, ChannelRefusal.NoKeys);
        }

        if (key is null)
        {
            return (null, ChannelRefusal.UnknownKey);
        }

        if (!IsCertificateGood(key))
        {
            return (null, ChannelRefusal.ExpiredCertificate);
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = cloud.Issuer,
            ValidAudience = token.Audiences.Single(),
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = false,
            // Looked at already, by this host's clock.
            ValidateLifetime = false,
        });
        return result.IsValid
            ? (new ChannelToken(token.GetPayloadValue<string>(ServiceUrlClaim), key), null)
            : (null, ChannelRefusal.BadSignature);
    }

    /// <summary>Three parts, of which two are JSON that says each thing once.</summary>
    private static ChannelRefusal? RefusalOfForm(string encoded)
    {
        if (encoded.Split('.') is not [var head, var payload, _])
        {
            return ChannelRefusal.NotAToken;
        }

        try
        {
            foreach (var part in new[] { head, payload })
            {
                using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
                if (json.RootElement.ValueKind != JsonValueKind.Object)
                {
                    return ChannelRefusal.NotAToken;
                }
            }

            return JsonWebTokenIsReadable(encoded) ? null : ChannelRefusal.NotAToken;
        }
        catch (JsonException fault)
        {
            return fault.Message.Contains("uplicate", StringComparison.Ordinal) ? ChannelRefusal.DuplicateClaims : ChannelRefusal.NotAToken;
        }
        catch (FormatException)
        {
            return ChannelRefusal.NotAToken;
        }
    }

    private static bool JsonWebTokenIsReadable(string encoded)
    {
        try
        {
            // Claims of the wrong JSON type show only when they are asked for.
            var token = new JsonWebToken(encoded);
            return token is { Issuer: not null, Alg: not null, Kid: not null, Audiences: not null } && (token.ValidFrom, token.ValidTo) is var _;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or InvalidOperationException or FormatException or JsonException or OverflowException)
        {
            return false;
        }
    }

    private ChannelRefusal? RefusalOfClaims(JsonWebToken token)
    {
        if (token.Issuer != cloud.Issuer)
        {
            return ChannelRefusal.WrongIssuer;
        }

        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            return ChannelRefusal.WrongAlgorithm;
        }

        // A token that is good for others too could be played on to us by them.
        if (token.Audiences.ToList() is not [var audience] || !audience.Equals(options.Value.AppId, StringComparison.OrdinalIgnoreCase))
        {
            return ChannelRefusal.WrongAudience;
        }

        if (!token.TryGetPayloadValue<long>(JwtRegisteredClaimNames.Exp, out _))
        {
            return ChannelRefusal.NoExpiry;
        }

        var now = time.GetUtcNow().UtcDateTime;
        return token.ValidTo + Skew <= now ? ChannelRefusal.Expired
            : token.ValidFrom - Skew > now ? ChannelRefusal.NotYetValid
            : !token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) || string.IsNullOrEmpty(serviceUrl) ? ChannelRefusal.NoServiceUrl
            : token.Kid.Length == 0 ? ChannelRefusal.UnknownKey
            : null;
    }

    private bool IsCertificateGood(JsonWebKey key)
    {
        if (key.X5c is not [var first, ..])
        {
            return true;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(first));
            var now = time.GetUtcNow().UtcDateTime;
            return certificate.NotBefore.ToUniversalTime() - Skew <= now && now <= certificate.NotAfter.ToUniversalTime() + Skew;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
