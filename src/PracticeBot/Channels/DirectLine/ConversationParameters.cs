using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeBot.Channels.DirectLine;

/// <summary>What may be said about a conversation that is to begin: who, and in which language. All of it may be left out.</summary>
internal sealed partial record ConversationParameters
{
    private static readonly Refusal BadUserId = new(
        StatusCodes.Status400BadRequest, "BadArgument",
        string.Create(CultureInfo.InvariantCulture, $"A user id has {Identifiers.Longest} characters at most and no control characters."));

    public ChannelAccount? User { get; init; }

    public string? Locale { get; init; }

    [JsonIgnore]
    public string? UserId => string.IsNullOrEmpty(User?.Id) ? null : User.Id;

    public static async Task<Checked<ConversationParameters>> ReadAsync(HttpRequest request)
    {
        var body = await RequestBody.ReadAsync(request);
        if (!body.Passed)
        {
            return body.Refusal;
        }

        try
        {
            var asked = (body.Value.Length == 0 ? null : JsonSerializer.Deserialize(body.Value, ParametersJson.Default.ConversationParameters))
                ?? new ConversationParameters();
            return Identifiers.IsGood(asked.UserId) ? asked : BadUserId;
        }
        catch (JsonException)
        {
            return new Refusal(
                StatusCodes.Status400BadRequest, "BadSyntax", "The body, where there is one, is a JSON object with 'user' and 'locale'.");
        }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ConversationParameters))]
    private sealed partial class ParametersJson : JsonSerializerContext;
}
