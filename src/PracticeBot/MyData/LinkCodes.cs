using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Pages;
using PracticeBot.Storage;

namespace PracticeBot.MyData;

/// <summary>Codes in links that are sent in chat: each makes a browser the learner's, once and within ten minutes.</summary>
internal sealed class LinkCodes(PracticeStore store, LearnerCookie cookie, TimeProvider time)
{
    /// <summary>The name under which an address carries it.</summary>
    public const string Query = "code";

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>A code that is good as soon as the context is saved.</summary>
    public static string New(PracticeDb db, string learnerId, long now)
    {
        var code = Ids.New();
        db.LinkCodes.Add(new LinkCode { Id = Hash(code), LearnerId = learnerId, ExpiresAt = now + (long)GoodFor.TotalMilliseconds });
        return code;
    }

    /// <summary>Takes the code, and gives the browser the learner's cookie. A code that is used, late or none of ours does nothing.</summary>
    public async Task UseAsync(HttpContext context, string code)
    {
        var now = time.UnixNow();
        // One statement: of two who come with the same code one gets nothing.
        var learner = await store.WriteOneAsync(
            db => db.Database.SqlQuery<string>($"""
                DELETE FROM "link_codes" WHERE "Id" = {Hash(code)} AND "ExpiresAt" > {now} RETURNING "LearnerId" AS "Value"
                """).ToListAsync(context.RequestAborted),
            context.RequestAborted);
        if (learner is [var id])
        {
            cookie.Set(context, id);
        }
    }

    /// <summary>
    /// The browser is another learner's already. To make it this one's without asking would cut that learner off from what is theirs, and let
    /// whoever sent the link read what they write from then on.
    /// </summary>
    public async Task<bool> WouldReplaceAsync(HttpContext context, string code)
    {
        if (await cookie.FindAsync(context) is not { } present)
        {
            return false;
        }

        await using var db = await store.OpenAsync(context.RequestAborted);
        var id = Hash(code);
        var owner = await db.LinkCodes.Where(row => row.Id == id).Select(row => row.LearnerId).SingleOrDefaultAsync(context.RequestAborted);
        return owner is not null && owner != present;
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

internal static class LinkCodesInAddresses
{
    /// <summary>A page that is asked for with a code is asked for again without it: a code stays in no address bar and in no history.</summary>
    public static IApplicationBuilder UseLinkCodes(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!IsOurs(request.Path) || await CodeOfAsync(request) is not { Length: > 0 } code)
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        var codes = context.RequestServices.GetRequiredService<LinkCodes>();
        if (HttpMethods.IsGet(request.Method) && await codes.WouldReplaceAsync(context, code))
        {
            var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(AnotherLearnerPage.Path)] = request.Path.Value, [nameof(AnotherLearnerPage.Code)] = code,
            };
            await LearnerPages.Page<AnotherLearnerPage>(context, parameters).ExecuteAsync(context);
            return;
        }

        await codes.UseAsync(context, code);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = request.PathBase.Add(request.Path).ToUriComponent();
    });

    /// <summary>In a link's address, or in the form by which a learner says that the browser is to be theirs.</summary>
    private static async Task<string?> CodeOfAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return request.Query[LinkCodes.Query];
        }

        var isForm = HttpMethods.IsPost(request.Method) && request.HasFormContentType && SameOrigin.Is(request);
        return isForm && !request.Path.Value!.EndsWith("/check-in", StringComparison.Ordinal)
            ? (string?)(await request.ReadFormAsync(request.HttpContext.RequestAborted))[LinkCodes.Query]
            : null;
    }

    /// <summary>The pages that are a learner's own.</summary>
    private static bool IsOurs(PathString path) =>
        path.StartsWithSegments("/sessions", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/progress", StringComparison.OrdinalIgnoreCase) || path == "/my-data.html" || path == "/my-data.json";
}
