using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>
/// Tokens that speak for one user in one conversation. They have the shape of a JSON Web Token, since clients read the claim
/// <c>user</c> from it; the signature is data protection's, whose keys lie in the store.
/// </summary>
internal sealed partial class DirectLineTokens(
    IDataProtectionProvider protection, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"DP","typ":"JWT"}"""u8);

    private readonly IDataProtector _protector = protection.CreateProtector("PracticeBot.DirectLine.Token");

    public int LifetimeInSeconds => (int)options.Value.TokenLifetime.TotalSeconds;

    /// <summary>What whoever asks for a token gets.</summary>
    public IResult Answer(DirectLineConversation conversation) => Results.Json(new
    {
        conversationId = conversation.Id,
        token = Issue(conversation.Id, conversation.UserId),
        expires_in = LifetimeInSeconds,
    });

    public string Issue(string conversationId, string userId)
    {
        var expires = time.GetUtcNow() + options.Value.TokenLifetime;
        var claims = JsonSerializer.SerializeToUtf8Bytes(
            new Claims(conversationId, userId, expires.ToUnixTimeMilliseconds() / 1000.0), ClaimsJson.Default.Claims);
        var signed = $"{Header}.{Base64Url.EncodeToString(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_protector.Protect(Digest(signed)))}";
    }

    public DirectLineToken Read(string? token)
    {
        if (token?.Split('.') is not [var header, var claims, var signature] || !IsSigned($"{header}.{claims}", signature))
        {
            return new DirectLineToken.Invalid();
        }

        var read = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(claims), ClaimsJson.Default.Claims)!;
        return read.Expires * 1000 <= time.GetUtcNow().ToUnixTimeMilliseconds()
            ? new DirectLineToken.Expired()
            : new DirectLineToken.Valid(read.ConversationId, read.UserId);
    }

    private bool IsSigned(string signed, string signature)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(
                _protector.Unprotect(Base64Url.DecodeFromChars(signature)), Digest(signed));
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Digest(string signed) => SHA256.HashData(Encoding.UTF8.GetBytes(signed));

    /// <param name="Expires">Unix seconds, as these tokens have them.</param>
    private sealed record Claims(
        [property: JsonPropertyName("conv")] string ConversationId,
        [property: JsonPropertyName("user")] string UserId,
        [property: JsonPropertyName("exp")] double Expires);

    [JsonSerializable(typeof(Claims))]
    private sealed partial class ClaimsJson : JsonSerializerContext;
}
