using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PracticeBot.Storage;

/// <summary>Makes ids that nobody can guess: 128 random bits as 22 letters of base64url.</summary>
public static class Ids
{
    public static string New()
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        return Base64Url.EncodeToString(bits);
    }

    /// <summary>For the same parts always the same.</summary>
    public static string For(params ReadOnlySpan<string> parts) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));
}
