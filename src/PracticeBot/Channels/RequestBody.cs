using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;

namespace PracticeBot.Channels;

/// <summary>Reads JSON that came with a request, so far as it is not too much.</summary>
internal static class RequestBody
{
    private const int MostBytes = 256 * 1024;

    private static readonly Refusal TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The activity is larger than 256 KB.");

    private static readonly Refusal NotJson =
        new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "The content type must be application/json, in UTF-8.");

    /// <summary>Reads and checks an activity.</summary>
    public static async Task<Checked<Activity>> ReadActivityAsync(HttpRequest request)
    {
        var body = await ReadAsync(request);
        return body.Passed ? ActivityIn(body.Value) : body.Refusal;
    }

    /// <summary>Reads and checks an activity that is one part of a request.</summary>
    public static async Task<Checked<Activity>> ReadActivityAsync(Stream part, CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(part, new StreamPipeReaderOptions(leaveOpen: true));
        var body = await ReadAsync(reader, cancellationToken);
        await reader.CompleteAsync();
        return body is null ? TooLarge : ActivityIn(body);
    }

    /// <summary>Reads JSON, which may be absent where no content type is given either.</summary>
    public static async Task<Checked<byte[]>> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes
            || await ReadAsync(request.BodyReader, request.HttpContext.RequestAborted) is not { } body)
        {
            return TooLarge;
        }

        return body.Length > 0 && !IsJson(request.ContentType) ? NotJson : body;
    }

    private static Checked<Activity> ActivityIn(byte[] body) => ActivityReader.TryRead(body, out var activity, out var fault)
        ? activity
        : new Refusal(StatusCodes.Status400BadRequest, "BadSyntax", fault);

    /// <summary>A content type of JSON, its subtypes included, in the only character set that JSON has.</summary>
    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
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
