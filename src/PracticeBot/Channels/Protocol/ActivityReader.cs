using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace PracticeBot.Channels;

/// <summary>
/// Reads an activity from outside. Unknown fields pass. Whatever could fail later, when a field is looked at for the first time,
/// is found here: broken letters, names given twice, nesting without end, ids that can't be kept. A fault says where, never what was written.
/// </summary>
internal static class ActivityReader
{
    private const int MaxDepth = 64;

    public static bool TryRead(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out Activity? activity, [NotNullWhen(false)] out string? fault)
    {
        activity = null;
        fault = FaultOf(utf8);
        if (fault is not null)
        {
            return false;
        }

        try
        {
            activity = ActivityJson.Parse(utf8);
        }
        catch (JsonException error)
        {
            fault = KnownFieldOf(error.Path) is { } field
                ? $"The field '{field}' has the wrong JSON type, or holds a name twice."
                : "A name is given twice.";
            return false;
        }

        catch (ArgumentException)
        {
            // What a JsonObject throws on a name that it holds already.
            fault = "A name is given twice.";
            return false;
        }

        if (string.IsNullOrWhiteSpace(activity?.Type))
        {
            activity = null;
            fault = "The activity has no 'type'.";
            return false;
        }

        fault = Identifiers.FaultOf(activity);
        if (fault is not null)
        {
            activity = null;
            return false;
        }

        return true;
    }

    /// <summary>One pass over the raw letters; null where nothing is wrong.</summary>
    private static string? FaultOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "The body is empty; an activity in JSON was expected.";
        }

        if (!Utf8.IsValid(utf8))
        {
            return "The body is not UTF-8.";
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "The body is not a JSON object.";
            }

            var text = Array.Empty<char>();
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    if (text.Length < reader.ValueSpan.Length)
                    {
                        text = new char[reader.ValueSpan.Length];
                    }

                    reader.CopyString(text);
                }
            }

            return null;
        }
        catch (JsonException error)
        {
            return reader.CurrentDepth >= MaxDepth
                ? "The body is nested too deeply."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"The body is not JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            return "A text holds half of a surrogate pair.";
        }
    }

    /// <summary>The first name of a path like <c>$.from.id</c>, where it is one of ours: made-up names are not shown.</summary>
    private static string? KnownFieldOf(string? path)
    {
        var name = path?.Split('.', '[') is [_, var first, ..] ? first : null;
        return ActivityJson.FieldNames.Contains(name ?? string.Empty) ? name : null;
    }
}
