using System.Text.Json;
using System.Text.Json.Nodes;

namespace PracticeBot.Channels;

/// <summary>
/// One message that grows before the reader's eyes: chunks that are shown and not kept, each with the text before it, and at the end the
/// message itself, which takes their place. Marked both in the channel data and by an entity: Web Chat reads the one, Teams the other.
/// </summary>
public sealed class GrowingMessage
{
    private const string StreamInfo = "streaminfo";

    private static readonly string[] Marks = ["streamType", "streamId", "streamSequence"];

    private readonly StreamRules _rules;
    private readonly Func<Activity, Task<string?>> _show;
    private string? _id;
    private int _chunks;
    private bool _isRefused;

    /// <param name="id">
    /// For the same turn always the same: one that is run again after a fault goes on in the bubble that it began.
    /// </param>
    /// <param name="show">Shows a chunk and returns its id on the channel, null where it was refused.</param>
    internal GrowingMessage(string id, StreamRules rules, Func<Activity, Task<string?>> show)
    {
        (_rules, _show) = (rules, show);
        _id = rules.NamesItself ? null : id;
    }

    /// <summary>Least time between two chunks.</summary>
    public TimeSpan Interval => _rules.Interval;

    /// <summary>Something was shown.</summary>
    public bool IsOpen => _chunks > 0 && !_isRefused;

    /// <returns>False where the channel takes no more of it; the message then comes as a whole.</returns>
    public async Task<bool> ShowAsync(Activity soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        if (_isRefused)
        {
            return false;
        }

        var isFirst = _chunks == 0;
        var chunk = Marked(soFar with { Type = ActivityTypes.Typing, Id = isFirst ? _id : null }, "streaming", _chunks + 1);
        var given = await _show(chunk);
        if (given is null)
        {
            _isRefused = true;
            return false;
        }

        _id ??= given;
        _chunks++;
        return true;
    }

    /// <summary>The message as it closes the stream; as it is where nothing was streamed.</summary>
    public Activity Close(Activity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _chunks == 0 ? message : Marked(message, "final", sequence: null);
    }

    /// <summary>A message that was to close a stream, as one that stands by itself; null where it is that already.</summary>
    public static Activity? Alone(Activity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Entities?.Any(entity => entity.Type == StreamInfo) != true)
        {
            return null;
        }

        var data = message.ChannelData!.DeepClone().AsObject();
        foreach (var mark in Marks)
        {
            data.Remove(mark);
        }

        return message with { ChannelData = data, Entities = [.. message.Entities.Where(entity => entity.Type != StreamInfo)] };
    }

    private Activity Marked(Activity activity, string type, int? sequence)
    {
        var mark = new JsonObject { ["streamType"] = type };
        if (_id is not null)
        {
            mark["streamId"] = _id;
        }

        if (sequence is not null)
        {
            mark["streamSequence"] = sequence;
        }

        var data = activity.ChannelData?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in mark)
        {
            data[name] = value!.DeepClone();
        }

        return activity with
        {
            ChannelData = data,
            Entities = [.. activity.Entities ?? [], new Entity { Type = StreamInfo, Properties = mark.Deserialize<Dictionary<string, JsonElement>>() }],
        };
    }
}

/// <summary>How a channel lets a message grow.</summary>
/// <param name="Interval">Least time between two chunks.</param>
/// <param name="NamesItself">The channel's answer to the first chunk names the stream; else the first chunk's own id does.</param>
public sealed record StreamRules(TimeSpan Interval, bool NamesItself);
