using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PracticeBot.Channels.DirectLine;
using PracticeBot.MyData;
using PracticeBot.Storage;

namespace PracticeBot.Pages;

/// <summary>What is kept of a learner, to take away: as a file for programs and as a page to read.</summary>
internal static class MyDataPages
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // As it was written: the file is served as JSON and never as a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapMyData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/my-data.json", FileAsync);
        routes.MapGet("/my-data.html", PageAsync);
    }

    private static async Task<IResult> FileAsync(HttpContext context, LearnerCookie cookie, PracticeStore store)
    {
        if (await DataAsync(context, cookie, store) is not { } data)
        {
            return LearnerPages.NothingHere(context);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(data, Readable), "application/json", "my-practice.json");
    }

    private static async Task<IResult> PageAsync(HttpContext context, LearnerCookie cookie, PracticeStore store) =>
        await DataAsync(context, cookie, store) is { } data
            ? LearnerPages.Page<MyDataPage>(context, new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(MyDataPage.Data)] = data })
            : LearnerPages.NothingHere(context);

    private static async Task<LearnerData?> DataAsync(HttpContext context, LearnerCookie cookie, PracticeStore store)
    {
        if (await cookie.FindAsync(context) is not { } learner)
        {
            return null;
        }

        await using var db = await store.OpenAsync(context.RequestAborted);
        return await MyDataReader.OfAsync(db, learner, context.RequestAborted);
    }
}
