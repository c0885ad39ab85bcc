using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Knows a learner on the web again, by a cookie that no page can read. It names nobody: a pseudonym stands behind it.</summary>
public sealed class LearnerCookie(IDataProtectionProvider protection, PracticeStore store, TimeProvider time)
{
    private const string Name = "practicebot_learner";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("PracticeBot.LearnerCookie");

    /// <summary>The learner's id; null where the request shows no cookie, or one of a learner who was erased.</summary>
    public async Task<string?> FindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Unprotected(context.Request.Cookies[Name]) is not { } id)
        {
            return null;
        }

        await using var db = await store.OpenAsync(context.RequestAborted);
        return await db.Learners.AnyAsync(learner => learner.Id == id, context.RequestAborted) ? id : null;
    }

    /// <summary>The learner's id; someone new gets one, and the cookie.</summary>
    public async Task<string> FindOrMakeAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } known)
        {
            return known;
        }

        var learner = new Learner { Id = Ids.New(), Key = LearnerKey.NewOnTheWeb(), CreatedAt = time.UnixNow() };
        await store.WriteAsync(db => Task.FromResult(db.Learners.Add(learner)), context.RequestAborted);
        Set(context, learner.Id);
        return learner.Id;
    }

    /// <summary>Makes this browser the learner's.</summary>
    public void Set(HttpContext context, string learnerId)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(Name, _protector.Protect(learnerId), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = Lifetime,
        });
    }

    private string? Unprotected(string? cookie)
    {
        try
        {
            return string.IsNullOrEmpty(cookie) ? null : _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
