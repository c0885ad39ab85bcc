using System.Buffers.Text;
using System.Security.Cryptography;

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
}
