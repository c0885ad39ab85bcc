using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>
/// What opens a stream: a web socket has no headers, so its token stands in the address, where logs and histories find it. It is
/// therefore good for one socket, within a minute. Which ones were used is known to this process.
/// </summary>
internal sealed class StreamTokens(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly IDataProtector _protector = protection.CreateProtector("PracticeBot.DirectLine.Stream");
    private readonly ConcurrentDictionary<string, long> _used = new(StringComparer.Ordinal);

    public string Issue(string conversationId)
    {
        var expires = time.UnixNow() + (long)Lifetime.TotalMilliseconds;
        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{expires} {Ids.New()} {conversationId}"));
    }

    public DirectLineToken Redeem(string? token)
    {
        if (Unprotected(token)?.Split(' ') is not [var expires, var id, var conversationId])
        {
            return new DirectLineToken.Invalid();
        }

        var until = long.Parse(expires, CultureInfo.InvariantCulture);
        var now = time.UnixNow();
        foreach (var (used, _) in _used.Where(entry => entry.Value <= now))
        {
            _used.TryRemove(used, out _);
        }

        return until <= now || !_used.TryAdd(id, until)
            ? new DirectLineToken.Expired()
            : new DirectLineToken.Valid(conversationId, string.Empty);
    }

    private string? Unprotected(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : _protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
