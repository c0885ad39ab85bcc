using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PracticeBot.Channels.DirectLine;

/// <summary>A message with files, as clients send it: in parts. The files are left where they are.</summary>
internal static class Upload
{
    private const int LongestBoundary = 100;

    private static readonly Refusal NotInParts = new(
        StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "The content type must be multipart/form-data with a boundary.");

    private static readonly Refusal Broken =
        new(StatusCodes.Status400BadRequest, "BadSyntax", "The parts of the upload could not be read.");

    private static readonly Refusal Empty =
        new(StatusCodes.Status400BadRequest, "BadArgument", "The upload has neither a part 'activity' nor a file.");

    /// <returns>The message; it says that files came with it.</returns>
    public static async Task<Checked<Activity>> ReadAsync(HttpRequest request)
    {
        if (Boundary(request.ContentType) is not { } boundary)
        {
            return NotInParts;
        }

        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            Activity? activity = null;
            var fileCame = false;
            while (await parts.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
            {
                var (name, isFile) = About(part);
                if (name != "activity")
                {
                    fileCame |= isFile;
                    continue;
                }

                var read = await RequestBody.ReadActivityAsync(part.Body, request.HttpContext.RequestAborted);
                if (!read.Passed)
                {
                    return read.Refusal;
                }

                activity = read.Value;
            }

            return fileCame ? (activity ?? new Activity { Type = ActivityTypes.Message }) with { Attachments = [new Attachment()] }
                : activity is null ? Empty
                : (Checked<Activity>)activity;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Broken;
        }
    }

    private static string? Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.ToString()
            : null;

    private static (string? Name, bool IsFile) About(MultipartSection part)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
        {
            return (null, IsFile: false);
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        return (name, IsFile: name == "file" || disposition.IsFileDisposition());
    }
}
