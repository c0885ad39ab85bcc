using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;

namespace PracticeBot.Channels;

/// <summary>Reads JSON that came with a request, so far as it is not too much.</summary>
internal static class RequestBody
{
    public const int MostBytes = 256 * 1024;

    private static readonly Refusal TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The activity is larger than 256 KB.");

    private static readonly Refusal NotJson =
        new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "The content type must be application/json, in UTF-8.");

    /// <summary>Reads and checks an activity.</summary>
    public static async Task<(Activity? Activity, Refusal? Refusal)> ReadActivityAsync(HttpRequest request)
    {
        var (body, refusal) = await ReadAsync(request);
        return body is null ? (null, refusal) : Checked(body);
    }

    /// <summary>Reads and checks an activity that is one part of a request.</summary>
    public static async Task<(Activity? Activity, Refusal? Refusal)> ReadActivityAsync(Stream part, CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(part, new StreamPipeReaderOptions(leaveOpen: true));
        var body = await ReadAsync(reader, cancellationToken);
        await reader.CompleteAsync();
        return body is null ? (null, TooLarge) : Checked(body);
    }

    /// <summary>Reads JSON, which may be absent where no content type is given either.</summary>
    public static async Task<(byte[]? Body, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return (null, TooLarge);
        }

        if (await ReadAsync(request.BodyReader, request.HttpContext.RequestAborted) is not { } body)
        {
            return (null, TooLarge);
        }

        return body.Length > 0 && !IsJson(request.ContentType) ? (null, NotJson) : (body, null);
    }

    private static (Activity? Activity, Refusal? Refusal) Checked(byte[] body)
    {
        return ActivityReader.TryRead(body, out var activity, out var fault)
            ? (activity, null)
            : (null, new Refusal(StatusCodes.Status400BadRequest, "BadSyntax", fault));
    }

    /// <summary>A content type of JSON, its subtypes included, in the only character set that JSON has.</summary>
    public static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/vnd.microsoft.activity", StringComparison.OrdinalIgnoreCase)
            || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
                && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where there is too much; what is left then is the server's to drain.</summary>
    private static async Task<byte[]?> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await body.ReadAsync(cancellationToken);
            if (result.Buffer.Length > MostBytes)
            {
                body.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                var bytes = result.Buffer.ToArray();
                body.AdvanceTo(result.Buffer.End);
                return WithoutByteOrderMark(bytes);
            }

            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static byte[] WithoutByteOrderMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
}
