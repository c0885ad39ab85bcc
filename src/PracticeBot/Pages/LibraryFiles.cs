using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace PracticeBot.Pages;

/// <summary>Serves what the build fetched: <c>lib/NAME/VERSION/…</c> beside the program, each with its compressed twin.</summary>
internal static class LibraryFiles
{
    public const string KeptForGood = "public, max-age=31536000, immutable";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "lib") + Path.DirectorySeparatorChar;

    public static IResult Get(string? path, HttpContext context)
    {
        var file = Path.GetFullPath(Path.Combine(Folder, path ?? string.Empty));
        if (!file.StartsWith(Folder, StringComparison.Ordinal) || file.EndsWith(".br", StringComparison.Ordinal) || !File.Exists(file))
        {
            return Results.NotFound();
        }

        var contentType = ContentTypes.TryGetContentType(file, out var known) ? known : "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = KeptForGood;
        var small = $"{file}.br";
        if (!File.Exists(small))
        {
            return Results.File(file, contentType);
        }

        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!AcceptsBrotli(context.Request))
        {
            return Results.File(file, contentType);
        }

        context.Response.Headers.ContentEncoding = "br";
        return Results.File(small, contentType);
    }

    public static bool AcceptsBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is not 0);
}
