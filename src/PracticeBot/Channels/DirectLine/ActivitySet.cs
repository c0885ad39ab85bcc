using System.Globalization;
using System.Text;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>A frame of the stream, or the answer to a poll: activities, and the watermark behind them.</summary>
internal static class ActivitySet
{
    public static readonly Refusal UnknownWatermark = new(
        StatusCodes.Status400BadRequest, "BadArgument", "The watermark is none that was given here; leave it empty to get everything.");

    /// <summary>The watermark of a client that has seen nothing is empty; null where it is no number.</summary>
    public static long? Watermark(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark
        : text.All(char.IsAsciiDigit) ? long.MaxValue
        : null;

    public static byte[] Of(IReadOnlyList<DirectLineActivity> rows, long watermark) =>
        Of(rows.Select(row => row.Activity), rows.Count > 0 ? rows[^1].Sequence : watermark);

    /// <param name="activities">JSON that stands in the store: it is passed on as it is.</param>
    public static byte[] Of(IEnumerable<string> activities, long watermark) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $$"""{"activities":[{{string.Join(',', activities)}}],"watermark":"{{watermark}}"}"""));
}
