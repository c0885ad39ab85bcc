namespace PracticeBot.Channels.BotConnector.Authentication;

/// <summary>
/// Whose word on a channel is believed. Only the public cloud's channels are: emulators, skills and the clouds of governments have other
/// issuers, and what they sign is refused until somebody needs it.
/// </summary>
/// <param name="Issuer">The one issuer of channel tokens.</param>
/// <param name="Metadata">Its OpenID metadata, which names its keys.</param>
internal sealed record BotFrameworkCloud(string Issuer, Uri Metadata)
{
    public static BotFrameworkCloud Public { get; } =
        new("https://api.botframework.com", new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"));
}
