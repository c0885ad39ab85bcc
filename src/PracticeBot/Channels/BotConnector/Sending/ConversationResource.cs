namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>A conversation that the channel made, or had.</summary>
/// <param name="ServiceUrl">Where it is spoken to.</param>
internal sealed record ConversationResource(string Id, string ServiceUrl);
