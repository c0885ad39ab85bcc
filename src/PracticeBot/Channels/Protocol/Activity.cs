using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PracticeBot.Channels;

/// <summary>
/// One thing that happens in a conversation, in the names of the Bot Framework's protocol. What the bot needs is typed;
/// everything else that a channel sends is kept in <see cref="Properties"/> and goes out again unchanged.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public string? Locale { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? InputHint { get; init; }

    public string? Summary { get; init; }

    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public JsonObject? ChannelData { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>Names an event or an invoke.</summary>
    public string? Name { get; init; }

    public JsonNode? Value { get; init; }

    /// <summary>Says of an installation update whether it adds or removes.</summary>
    public string? Action { get; init; }

    /// <summary>Says why a conversation ended.</summary>
    public string? Code { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The id that the client gave a message when it showed it, before any server knew of it.</summary>
    [JsonIgnore]
    public string? ClientActivityId =>
        ChannelData?["clientActivityID"] is JsonValue value && value.TryGetValue<string>(out var id) && id.Length > 0 ? id : null;

    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Locale = Locale,
    };
}
