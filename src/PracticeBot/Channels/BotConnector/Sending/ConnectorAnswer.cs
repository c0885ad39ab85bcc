using System.Text.Json;

namespace PracticeBot.Channels.BotConnector.Sending;

internal static class ConnectorAnswer
{
    /// <returns>Null where no text stands there.</returns>
    public static string? Text(JsonElement? answer, string field) =>
        answer is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
