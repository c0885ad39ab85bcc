using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels;
using PracticeBot.Channels.DirectLine;
using PracticeBot.Embedded.Learning;
using PracticeBot.Practice;
using PracticeBot.Storage;

namespace PracticeBot.Pages;

/// <summary>The debrief of a talk, and the learner's own words on it; both for that learner alone.</summary>
internal static class DebriefPages
{
    /// <summary>Letters of a private note, in UTF-16 code units.</summary>
    public const int LongestNote = 2000;

    // Two notes of any sensible length; what is longer is no note.
    private const int MostBytes = 256 * 1024;

    public static void MapDebrief(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sessions/{id}", ShowAsync);
        routes.MapPost("/sessions/{id}/check-in", CheckInAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string id, LearnerCookie cookie, PracticeStore store, PracticeSessions sessions, JudgeSource judge)
    {
        await using var db = await store.OpenAsync(context.RequestAborted);
        return await FindAsync(context, db, id, cookie) is var (session, learner)
            ? await PageAsync(context, db, session, learner, sessions, judge)
            : LearnerPages.NothingHere(context);
    }

    /// <summary>Keeps what the learner wrote for themselves: a field that is not sent stays as it was, an empty one is taken out.</summary>
    private static async Task<IResult> CheckInAsync(
        HttpContext context, string id, LearnerCookie cookie, PracticeStore store, PracticeSessions sessions, JudgeSource judge)
    {
        if (!SameOrigin.Is(context.Request))
        {
            return Results.Problem(title: "Only this site's own pages keep notes here.", statusCode: StatusCodes.Status403Forbidden);
        }

        await using var db = await store.OpenAsync(context.RequestAborted);
        // Notes are one learner's own: a talk that others can read has none.
        if (await FindAsync(context, db, id, cookie) is not ({ IsShared: false } session, var learner))
        {
            return LearnerPages.NothingHere(context);
        }

        if (await ReadAsync(context.Request) is not { } sent)
        {
            return Results.Problem(title: "A check-in is a form with the fields before and after.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (FaultOf(sent, session) is { } fault)
        {
            return IsForBrowser(context)
                ? await PageAsync(context, db, session, learner, sessions, judge, sent with { Fault = fault })
                : Results.Problem(title: fault == CheckInFault.TooLong ? $"A note has {LongestNote} characters at most." : "The talk has not ended yet.", statusCode: StatusCodes.Status400BadRequest);
        }

        await store.WriteOneAsync(
            writing => writing.Sessions.Where(one => one.Id == session.Id && one.LearnerId == session.LearnerId).ExecuteUpdateAsync(
                change =>
                {
                    if (sent.Before is not null)
                    {
                        change.SetProperty(one => one.BeforeNote, sent.BeforeKept);
                    }

                    if (sent.After is not null)
                    {
                        change.SetProperty(one => one.AfterNote, sent.AfterKept);
                    }
                },
                context.RequestAborted),
            context.RequestAborted);
        return IsForBrowser(context) ? new SeeOther($"/sessions/{session.Id}#check-in") : Results.NoContent();
    }

    /// <summary>A talk that is this learner's, or one in which they took part.</summary>
    private static async Task<(PracticeSession Session, string Learner)?> FindAsync(HttpContext context, PracticeDb db, string id, LearnerCookie cookie)
    {
        if (await cookie.FindAsync(context) is not { } learner)
        {
            return null;
        }

        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == id
                && (one.IsShared ? db.Participants.Any(seat => seat.SessionId == one.Id && seat.LearnerId == learner) : one.LearnerId == learner),
            context.RequestAborted);
        return session is null ? null : (session, learner);
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, PracticeDb db, PracticeSession session, string learner, PracticeSessions sessions, JudgeSource judge, CheckIn? refused = null)
    {
        var persona = await sessions.PersonaOfAsync(db, session, context.RequestAborted);
        if (session.EndedAt is null)
        {
            return With(StatusOf(refused), LearnerPages.Page<DebriefWaitsPage>(context, new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(DebriefWaitsPage.Persona)] = persona,
                [nameof(DebriefWaitsPage.Refused)] = refused,
            }));
        }

        var names = await db.Participants.AsNoTracking().Where(seat => seat.SessionId == session.Id)
            .ToDictionaryAsync(seat => seat.LearnerId, seat => seat.Name, StringComparer.Ordinal, context.RequestAborted);
        var turns = await db.Turns.AsNoTracking().Where(turn => turn.SessionId == session.Id).ToListAsync(context.RequestAborted);
        return With(StatusOf(refused), LearnerPages.Page<DebriefPage>(context, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DebriefPage.Debrief)] = Debrief.On(persona, session, turns, judge.Judge, session.IsShared ? learner : null),
            [nameof(DebriefPage.ConversationId)] = await ConversationOfAsync(db, session, context.RequestAborted),
            [nameof(DebriefPage.Refused)] = refused,
            [nameof(DebriefPage.Names)] = names,
        }));
    }

    private static int StatusOf(CheckIn? refused) => refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private static RazorComponentResult With(int status, RazorComponentResult page)
    {
        page.StatusCode = status;
        return page;
    }

    /// <summary>The conversation that the practice page can open again: one of the embedded Direct Line, and this learner's.</summary>
    private static async Task<string?> ConversationOfAsync(PracticeDb db, PracticeSession session, CancellationToken cancellationToken)
    {
        var of = DirectLineChannel.Key(string.Empty);
        if (session.Kind != PracticeKind.Talk || !session.ConversationKey.StartsWith(of, StringComparison.Ordinal))
        {
            return null;
        }

        var id = session.ConversationKey[of.Length..];
        return await db.DirectLineConversations.AnyAsync(one => one.Id == id && one.LearnerId == session.LearnerId, cancellationToken) ? id : null;
    }

    /// <summary>Null where what came is no such form.</summary>
    private static async Task<CheckIn?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength > MostBytes)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = MostBytes;
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            var sent = new CheckIn(Field("before"), Field("after"));
            return sent is { Before: null, After: null } ? null : sent;

            // Browsers send the end of a line as two characters, and count it as one.
            string? Field(string name) => form.TryGetValue(name, out var value) ? value.ToString().ReplaceLineEndings("\n") : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static CheckInFault? FaultOf(CheckIn sent, PracticeSession session) =>
        sent.After is not null && session.EndedAt is null ? CheckInFault.NotEnded
        : sent.Before?.Length > LongestNote || sent.After?.Length > LongestNote ? CheckInFault.TooLong
        : null;

    private static bool IsForBrowser(HttpContext context) => context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    /// <summary>After a form was kept: back to the page, by a plain GET.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}

/// <summary>A learner's own words before and after a talk, as they sent them; null where a field was not sent.</summary>
/// <param name="Fault">Why it was not kept; null where nothing is wrong.</param>
public sealed record CheckIn(string? Before, string? After, CheckInFault? Fault = null)
{
    public string? BeforeKept => string.IsNullOrWhiteSpace(Before) ? null : Before;

    public string? AfterKept => string.IsNullOrWhiteSpace(After) ? null : After;
}

public enum CheckInFault
{
    TooLong,

    /// <summary>Words on how it was, while it is not over.</summary>
    NotEnded,
}
