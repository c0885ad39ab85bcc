using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PracticeBot.Channels;

/// <summary>How activities are read and written everywhere: on the wire and in the store.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    private static readonly ActivityJson Shared = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        // Every script in its own letters; what HTML could misread stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    internal static readonly IReadOnlySet<string> FieldNames =
        Shared.Activity.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Shared.Activity);

    public static byte[] WriteUtf8(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Shared.Activity);

    /// <summary>Reads what <see cref="Write"/> wrote; what comes from outside goes through <see cref="ActivityReader"/>.</summary>
    public static Activity Read(string json) =>
        JsonSerializer.Deserialize(json, Shared.Activity) ?? throw new JsonException("No activity stands there.");

    public static string Write(ConversationReference reference) => JsonSerializer.Serialize(reference, Shared.ConversationReference);

    public static ConversationReference ReadReference(string json) =>
        JsonSerializer.Deserialize(json, Shared.ConversationReference) ?? throw new JsonException("No reference stands there.");

    internal static Activity? Parse(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, Shared.Activity);
}
