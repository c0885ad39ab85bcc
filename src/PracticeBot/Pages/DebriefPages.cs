using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Debriefs;
using PracticeBot.Storage;

namespace PracticeBot.Pages;

/// <summary>The look back on a talk, for the learner whose talk it was, and the words that they keep for themselves.</summary>
internal static class DebriefPages
{
    /// <summary>Letters of a private note.</summary>
    public const int LongestNote = 2000;

    public static void MapDebriefPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sessions/{id}", DebriefAsync);
        // What is posted is checked to come from our own pages, as every post is here; there is no session that another site could ride.
        routes.MapPost("/sessions/{id}/check-in", CheckInAsync).DisableAntiforgery();
    }

    private static async Task<IResult> DebriefAsync(HttpContext context, string id, LearnerCookie cookie, PracticeStore store, DebriefReader reader)
    {
        var learner = await cookie.FindAsync(context);
        await using var db = await store.OpenAsync(context.RequestAborted);
        if (learner is null || await OwnAsync(db, id, learner, context.RequestAborted) is not { } session)
        {
            return LearnerPages.NothingHere(context);
        }

        return LearnerPages.Page<DebriefPage>(context, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DebriefPage.Told)] = session.EndedAt is null ? null : await reader.OfAsync(db, session, context.RequestAborted),
        });
    }

    /// <summary>Keeps what the learner brought and what it stirred, for nobody but them.</summary>
    private static async Task<IResult> CheckInAsync(HttpContext context, string id, LearnerCookie cookie, PracticeStore store)
    {
        if (!SameOrigin.Is(context.Request) || !context.Request.HasFormContentType)
        {
            return Results.Problem(title: "Only this site's own pages can send this.", statusCode: StatusCodes.Status403Forbidden);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? before = form["before"], after = form["after"];
        if (before?.Length > LongestNote || after?.Length > LongestNote)
        {
            return Results.Problem(
                title: $"A note can have {LongestNote} letters. Nothing was changed; go back and shorten it.", statusCode: StatusCodes.Status400BadRequest);
        }

        var learner = await cookie.FindAsync(context);
        var isKept = learner is not null && await store.WriteAsync(
            async db =>
            {
                if (await OwnAsync(db, id, learner, context.RequestAborted) is not { } session)
                {
                    return false;
                }

                session.BeforeNote = before is null ? session.BeforeNote : Note(before);
                session.AfterNote = after is null ? session.AfterNote : Note(after);
                return true;
            },
            context.RequestAborted);
        // "See other": the browser comes back with a plain request, and a reload sends nothing twice.
        return isKept ? Results.Redirect($"/sessions/{id}#check-in") : LearnerPages.NothingHere(context);
    }

    private static Task<PracticeSession?> OwnAsync(PracticeDb db, string id, string learner, CancellationToken cancellationToken) =>
        db.Sessions.FirstOrDefaultAsync(session => session.Id == id && session.LearnerId == learner, cancellationToken);

    private static string? Note(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
