using PracticeBot.Channels.DirectLine;
using PracticeBot.Practice;
using PracticeBot.Storage;

namespace PracticeBot.Pages;

/// <summary>How the learner's practice develops.</summary>
internal static class ProgressPages
{
    public static void MapProgressPages(this IEndpointRouteBuilder routes) => routes.MapGet("/progress", ProgressAsync);

    private static async Task<IResult> ProgressAsync(HttpContext context, LearnerCookie cookie, PracticeStore store, ProgressReader reader)
    {
        ProgressView? view = null;
        if (await cookie.FindAsync(context) is { } learner)
        {
            await using var db = await store.OpenAsync(context.RequestAborted);
            view = await reader.OfAsync(db, learner, context.RequestAborted);
        }

        return LearnerPages.Page<ProgressPage>(context, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ProgressPage.View)] = view,
        });
    }
}
